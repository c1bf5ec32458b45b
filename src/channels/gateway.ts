import type { Logger } from 'pino';
import type { z } from 'zod';
import { readCall } from './bot-api.ts';
import type { ApiAnswer, ClientFetch } from './channel.ts';

/** Does a call of the Bot API and gives its `result`; throws `Refusal` for a wrong one. */
export type MethodWith<Tools> = (payload: Record<string, unknown>, tools: Tools) => Promise<unknown>;

/** A call that the Bot API would refuse, with its number and words. */
export class Refusal extends Error {
  readonly code: number;
  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

/** A call ended before its work was done, and this is what it answers. */
export class Ended extends Error {
  readonly answer: ApiAnswer;
  constructor(answer: ApiAnswer) {
    super('the call has ended');
    this.answer = answer;
  }
}

/** A channel as a gateway: its name in the log, every method it knows, and what a call says that broke unforeseen. */
export interface Gateway<Tools> {
  channel: string;
  methods: Record<string, MethodWith<Tools>>;
  failed: string;
}

/** The `fetch` of grammY's client for a channel that is no Telegram: does the call by its method and never throws. */
export function gatewayOf<Tools extends { log: Logger }>(gateway: Gateway<Tools>, tools: Tools): ClientFetch {
  return async (url, init) => {
    const answer = await answerCall(gateway, tools, [url, init]);
    return { json: async () => answer };
  };
}

async function answerCall<Tools extends { log: Logger }>(
  { channel, methods, failed }: Gateway<Tools>,
  tools: Tools,
  call: Parameters<ClientFetch>,
): Promise<ApiAnswer> {
  let name = 'unread';
  try {
    const { method: asked, payload } = await readCall(...call);
    name = asked;
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) return { ok: false, error_code: 404, description: 'Not Found: method not found' };
    return { ok: true, result: await method(payload, tools) };
  } catch (error) {
    if (error instanceof Ended) return error.answer;
    if (error instanceof Refusal) return { ok: false, error_code: error.code, description: error.message };
    if (error instanceof SyntaxError) {
      return { ok: false, error_code: 400, description: "Bad Request: can't parse the request" };
    }
    tools.log.error({ err: error, method: name }, `a call to ${channel} failed`);
    return { ok: false, error_code: 500, description: `Internal Server Error: ${failed}` };
  }
}

/** Reads a payload; the refusal names the first wrong field but not its value. */
export function readPayload<Shape extends z.ZodType>(shape: Shape, payload: Record<string, unknown>): z.infer<Shape> {
  const read = shape.safeParse(payload);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue?.path[0] === 'chat_id') throw new Refusal(400, 'Bad Request: chat not found');
  throw new Refusal(400, `Bad Request: ${issue?.path.join('.') ?? 'payload'}: ${issue?.message ?? 'wrong'}`);
}

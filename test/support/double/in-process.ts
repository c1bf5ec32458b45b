import type { ApiAnswer } from '../../../src/channels/channel.ts';
import { Refusal } from './refusal.ts';
import { readBody } from './request.ts';
import type { TelegramDouble } from './telegram-double.ts';

type Init = { body?: unknown; headers?: Record<string, string>; method?: string; signal?: unknown };

/** The part of a response that callers read. */
export interface InProcessResponse {
  ok: boolean;
  status: number;
  json(): Promise<ApiAnswer>;
  /** The bytes of a file at `/file/bot<token>/<path>`. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A `fetch` that reaches the double without a network. It rejects where a connection would break. */
export function inProcessFetch(double: TelegramDouble) {
  return async (url: string | URL, init: Init = {}): Promise<InProcessResponse> => {
    const [, file, token, rest = ''] = /(\/file)?\/bot([^/]+)\/([^?]+)/.exec(String(url)) ?? [];
    const bytes = file === undefined || token !== double.token ? undefined : double.state.files.at(rest)?.bytes;
    if (bytes !== undefined) return response(200, bytes);
    const answer =
      file === undefined ? await answerTo(double, token, rest, init) : new Refusal(404, 'Not Found').answer();
    return response(answer.ok ? 200 : answer.error_code, Buffer.from(JSON.stringify(answer)));
  };
}

function response(status: number, body: Uint8Array): InProcessResponse {
  return {
    ok: status === 200,
    status,
    json: async () => JSON.parse(Buffer.from(body).toString('utf8')),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}

async function answerTo(
  double: TelegramDouble,
  token: string | undefined,
  method: string,
  init: Init,
): Promise<ApiAnswer> {
  if (token !== double.token) return new Refusal(401, 'Unauthorized').answer();
  try {
    const payload = readBody(init.headers?.['content-type'] ?? 'application/json', await bytesOf(init.body));
    return await double.call(method, payload, untilAborted(init.signal));
  } catch (error) {
    if (error instanceof Refusal) return error.answer();
    throw error;
  }
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === 'string') return Buffer.from(body);
  const parts: Uint8Array[] = [];
  for await (const part of body as AsyncIterable<Uint8Array>) parts.push(part);
  return Buffer.concat(parts);
}

/** grammY brings a signal of its own make: what it tells is handed on to a real one. */
function untilAborted(signal: unknown): AbortSignal | undefined {
  if (!isSignal(signal)) return undefined;
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

function isSignal(
  value: unknown,
): value is { aborted: boolean; addEventListener(kind: 'abort', run: () => void): void } {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;
}

import type { ApiAnswer } from '../../../src/channels/channel.ts';

type Parameters = { retry_after?: number; migrate_to_chat_id?: number };

/** The service says no: code, text and parameters as the Bot API gives them. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: Parameters | undefined;

  constructor(code: number, description: string, parameters?: Parameters) {
    super(description);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = parameters;
  }

  answer(): ApiAnswer {
    const answer = { ok: false as const, error_code: this.code, description: this.message };
    return this.parameters === undefined ? answer : { ...answer, parameters: this.parameters };
  }
}

/** 400, in the service's own words. */
export const badRequest = (why: string, parameters?: Parameters): Refusal =>
  new Refusal(400, `Bad Request: ${why}`, parameters);

/** 403: the chat does not want this bot. */
export const forbidden = (why: string): Refusal => new Refusal(403, `Forbidden: ${why}`);

/** 429: too fast; `seconds` until the next try may succeed. */
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

/** 409: two receivers of one bot. */
export const conflict = (why: string): Refusal => new Refusal(409, `Conflict: ${why}`);

/** The connection broke: `sent` tells whether the service had already taken the call in. */
export class ConnectionBroken extends TypeError {
  constructor(sent: boolean) {
    const code = sent ? 'ECONNRESET' : 'ECONNREFUSED';
    super('fetch failed', {
      cause: Object.assign(new Error(sent ? 'read ECONNRESET' : 'connect ECONNREFUSED'), { code }),
    });
    this.name = 'TypeError';
  }
}

import type { ApiAnswer } from '../channel.ts';

/** How one HTTP request to the Bot API ended, told apart by what may have happened at the other end. */
export type WireEnd =
  | { is: 'answered'; answer: ApiAnswer }
  /** Nothing has reached Telegram: it is safe to try again. */
  | { is: 'not-begun'; reason: string }
  /** It may or may not have been carried out: nothing may be repeated blindly. */
  | { is: 'in-doubt'; reason: string };

/** Errors that come before the request has left this machine. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** How requests leave this process: `fetch`, as a rule. */
export type Send = (url: string, init: WireInit) => Promise<Pick<Response, 'ok' | 'status' | 'json' | 'arrayBuffer'>>;

export type WireInit = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** One request, never thrown. The reason names an error code only: the address holds the token. */
export async function request(send: Send, url: string, init: WireInit): Promise<WireEnd> {
  try {
    const response = await send(url, init);
    const answer = (await response.json()) as ApiAnswer;
    if (answer.ok || answer.error_code < 500) return { is: 'answered', answer };
    return { is: 'in-doubt', reason: `HTTP ${answer.error_code}` };
  } catch (error) {
    const reason = codeOf(error);
    return { is: beforeSending.has(reason) ? 'not-begun' : 'in-doubt', reason };
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}

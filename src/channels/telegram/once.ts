import { inDoubt, notBegun } from '../channel.ts';
import type { ApiAnswer, ClientFetch } from '../channel.ts';
import { request } from './wire.ts';
import type { Send, WireEnd, WireInit } from './wire.ts';

/** Milliseconds until a try is given up; a picture over a slow line needs some. What became of it is not known then. */
const patience = 20_000;

/** The `fetch` for what goes out through the outbox: one request, text or files, whose answer is passed on as it is. */
export function telegramOnce(wire: Send): ClientFetch {
  return async (url, { body, headers = {} }) => {
    const init = { method: 'POST', headers, body, duplex: 'half', signal: AbortSignal.timeout(patience) } as WireInit;
    const end = await request(wire, String(url), init);
    return { json: () => Promise.resolve(answerOf(end)) };
  };
}

function answerOf(end: WireEnd): ApiAnswer {
  if (end.is === 'answered') return end.answer;
  return { ok: false, error_code: end.is === 'not-begun' ? notBegun : inDoubt, description: end.reason };
}

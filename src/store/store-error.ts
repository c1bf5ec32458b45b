import type { z } from 'zod';

/** What supabase-js tells of a failed request. */
interface Failure {
  code?: string;
  message: string;
}

/**
 * Why a call of the database gave no answer.
 * - `away`: it could not be reached, was lost, or did not answer in time. Whether the call took effect is not known.
 * - `refused`: it understood and said no (a rule, a missing right, a wrong key). Nothing changed.
 * - `failed`: something is broken in the database or in the answer.
 *
 * Neither the message nor the cause carries values of people: Postgres puts those into its details and into data errors.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'away' | 'refused' | 'failed';
  /** SQLSTATE, PostgREST's own code, or a word for what happened to the connection. */
  readonly reason: string;

  constructor(code: StoreError['code'], fn: string, reason: string, cause: Error) {
    super(`${fn}: ${code} (${reason})`, { cause });
    this.code = code;
    this.reason = reason;
  }

  /** From what supabase-js gave; `status` is 0 if there was no HTTP answer at all. */
  static of(fn: string, status: number, failure: Failure): StoreError {
    // 57014: the database itself ended the call because it took too long.
    const away =
      status === 0 ||
      failure.code === '57014' ||
      status === 408 ||
      status === 429 ||
      (status >= 502 && status <= 504) ||
      status >= 520;
    const reason = failure.code || (status === 0 ? 'no answer' : `HTTP ${status}`);
    if (away) return new StoreError('away', fn, reason, new Error(status === 0 ? failure.message : `HTTP ${status}`));
    return new StoreError(
      status < 500 ? 'refused' : 'failed',
      fn,
      reason,
      new Error(withoutValues(reason, failure.message)),
    );
  }

  /** From an answer of another shape; names the places, not what stood there. */
  static shape(fn: string, error: z.ZodError): StoreError {
    const places = error.issues.map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.code}`);
    return new StoreError('failed', fn, 'shape', new Error(places.join(', ')));
  }
}

/**
 * Data errors (class 22) quote the value that was wrong, and an answer that was no JSON is quoted whole. The other messages
 * name tables, columns and rules only.
 */
function withoutValues(reason: string, message: string): string {
  if (!/^(?:[0-9A-Z]{5}|PGRST\w+)$/.test(reason)) return 'no readable answer';
  return reason.startsWith('22') ? 'a value does not fit its type' : message;
}

import { createClient } from '@supabase/supabase-js';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { StoreError } from './store-error.ts';

export { StoreError } from './store-error.ts';

/** The database as the program sees it: functions that take named arguments and give one JSON value. */
export interface Store {
  /**
   * Calls one function of the database.
   * @param shape what the answer must look like; it is checked, never trusted.
   * @throws StoreError if the database is away, refuses, or answers something else.
   */
  call<T>(fn: string, args: Record<string, unknown>, shape: z.ZodType<T>): Promise<T>;
  /** HTTP requests sent so far, for measurements. */
  requests(): number;
}

/** No call may keep a talk waiting longer (milliseconds). */
const limit = 10_000;

/** SQLSTATE: two calls waited for each other, and this one gave way. Nothing of it took effect, so it is made again. */
const deadlock = '40P01';

/** Opens the database behind `url`, hosted or embedded (then with the `fetch` of the embedded one). */
export function openStore(options: { url: string; key: string; fetch?: typeof fetch; log: Logger }): Store {
  const send = options.fetch ?? fetch;
  let sent = 0;
  const client = createClient(options.url, options.key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: (input, init) => {
        sent += 1;
        return send(input, init);
      },
    },
  });

  const ask = (fn: string, args: Record<string, unknown>, signal: AbortSignal) =>
    client.rpc(fn, args).retry(false).abortSignal(signal);

  return {
    async call(fn, args, shape) {
      const signal = AbortSignal.timeout(limit);
      let answer = await ask(fn, args, signal);
      for (let tries = 1; tries < 3 && answer.error?.code === deadlock; tries += 1)
        answer = await ask(fn, args, signal);
      const { data, error, status } = answer;
      if (error !== null) {
        const failure = StoreError.of(fn, status, error);
        options.log.debug({ fn, code: failure.code, reason: failure.reason }, 'a call of the database failed');
        throw failure;
      }
      const read = shape.safeParse(data);
      if (!read.success) throw StoreError.shape(fn, read.error);
      return read.data;
    },
    requests: () => sent,
  };
}

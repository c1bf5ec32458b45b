import { timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import postgres from 'postgres';
import { refusal } from './answers.ts';
import { startLite, type Lite } from './lite.ts';
import { addressOf, secretKeyOf, type Server } from './logins.ts';
import { openRpc } from './rpc.ts';

/** The part of Supabase's HTTP interface that the program uses, in this process. */
export interface Gateway {
  /** Base address for supabase-js. Nobody listens there: only `fetch` knows it. */
  url: string;
  secretKey: string;
  fetch: typeof fetch;
  close(): Promise<void>;
}

const url = 'http://birge.embedded';
/** Calls per connection: a slow one must not hold up others behind it. The driver's types leave this option out. */
const oneAtATime = { max_pipeline: 1 };
const rpcPath = '/rest/v1/rpc/';

/**
 * Opens the HTTP interface of one database.
 * @param options.connections bounds the function calls that run at the same time.
 * @param options.direct false sends function calls through @supabase/lite too (tests compare both ways).
 * @param options.onAway is told of every call that found no database.
 */
export function openGateway(
  server: Server,
  database: string,
  log: Logger,
  options: { connections?: number; direct?: boolean; onAway?: () => void } = {},
): Gateway {
  const secretKey = secretKeyOf(server.secret);
  const sql = postgres(addressOf(server, 'authenticator', database), {
    max: options.connections ?? 8,
    connect_timeout: 5,
    idle_timeout: 300,
    // Seconds until the next try after a lost connection; the driver's own waits grow to 20.
    backoff: () => 0.2,
    fetch_types: false,
    ...oneAtATime,
    connection: { application_name: 'birge', role: 'service_role' },
    onnotice: () => undefined,
  });
  const rpc = openRpc(sql);
  let lite: Promise<Lite> | undefined;

  async function answerByLite(request: Request): Promise<Response> {
    lite ??= startLite(addressOf(server, 'authenticator', database), secretKey);
    try {
      return await (await lite).answer(request);
    } catch (error) {
      lite = undefined;
      log.error({ err: error }, 'the REST interface of the embedded database failed');
      return refusal(503, 'PGRST000', 'Could not connect with the database.');
    }
  }

  async function answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const address = new URL(input instanceof Request ? input.url : input);
    const shown = init?.headers ?? (input instanceof Request ? input.headers : undefined);
    const headers = shown instanceof Headers ? shown : new Headers(shown);
    if (!same(headers.get('apikey') ?? bearer(headers), secretKey)) return refusal(401, 'PGRST301', 'Invalid API key');
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    if (options.direct !== false && method === 'POST' && address.pathname.startsWith(rpcPath)) {
      const body = await bodyOf(input, init);
      const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
      const name = decodeURIComponent(address.pathname.slice(rpcPath.length));
      const answered = await rpc.call(name, body, signal);
      if (answered?.status === 503) options.onAway?.();
      return answered ?? (await answerByLite(new Request(address, { method, headers, body })));
    }
    if (!address.pathname.startsWith('/rest/v1/')) return refusal(501, 'PGRST125', 'Only /rest/v1/ is served here');
    return await answerByLite(new Request(input, init));
  }

  return {
    url,
    secretKey,
    fetch: answer,
    close: async () => {
      await sql.end({ timeout: 1 });
      await (await lite?.catch(() => undefined))?.close();
    },
  };
}

function bearer(headers: Headers): string {
  return (headers.get('authorization') ?? '').replace(/^Bearer /i, '');
}

function same(shown: string, right: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function bodyOf(input: string | URL | Request, init?: RequestInit): Promise<string> {
  if (typeof init?.body === 'string') return init.body;
  return await new Request(input, init).text();
}

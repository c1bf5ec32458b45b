import { pino } from 'pino';
import type { Incoming, PageMessage } from '../../../src/channels/channel.ts';
import { createWebChannel, type WebChannelOptions } from '../../../src/channels/web/web-channel.ts';
import { createMemory, me } from '../../browser/web-chat-server.ts';

export { me };

/** Noon in Almaty, 15 October 2026: the time of these tests. */
export const noon = Date.parse('2026-10-15T07:00:00Z');
export const keyA = '6f1c9a52-4f0e-4f0b-9a53-0c7a5b1e7a01';
export const keyB = '6f1c9a52-4f0e-4f0b-9a53-0c7a5b1e7a02';

/** A web channel over a store in memory that takes note of everything that arrives; `state.away` makes it refuse. */
export async function startWebChat(more: Partial<WebChannelOptions> = {}) {
  const memory = createMemory();
  const clock = { now: noon };
  const channel = createWebChannel({
    me,
    secret: 'a secret of the tests, 32 letters',
    ...memory,
    talkAs: false,
    log: pino({ level: 'silent' }),
    now: () => clock.now,
    ...more,
  });
  const arrived: Incoming[] = [];
  const state = { away: false };
  await channel.start(async (incoming) => {
    if (state.away) throw new Error('the store is away');
    for (const one of incoming) {
      arrived.push(one);
      if (one.page) memory.keep(String(one.update.message?.chat.id), one.page);
    }
  });
  return { channel, arrived, clock, state, memory, call: caller(channel.fetch) };
}

/** Calls a method as grammY's client does. */
function caller(fetch: Awaited<ReturnType<typeof createWebChannel>>['fetch']) {
  return async (method: string, payload: unknown) =>
    (
      await fetch(`https://api.telegram.org/botweb/${method}`, { method: 'POST', body: JSON.stringify(payload) })
    ).json();
}

type Chat = Awaited<ReturnType<typeof startWebChat>>;
type Headers = Record<string, string>;

/** A browser: keeps its cookie and says where its requests come from. */
export function openBrowser({ channel }: Pick<Chat, 'channel'>, host = 'localhost:3000') {
  let cookie = '';
  async function go(path: string, init: { method?: string; body?: BodyInit; headers?: Headers } = {}) {
    const headers = {
      host,
      ...(cookie ? { cookie } : {}),
      ...(init.method === 'POST' ? { origin: `http://${host}` } : {}),
      ...init.headers,
    };
    const answer = await channel.routes.request(`http://${host}${path}`, { ...init, headers });
    const set = answer.headers.get('set-cookie');
    if (set) cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    return answer;
  }
  const read = async (
    path: string,
    headers: Headers = {},
  ): Promise<Record<string, unknown> & { messages: PageMessage[] }> => (await go(path, { headers })).json();
  return {
    go,
    read,
    get cookie() {
      return cookie;
    },
    set cookie(value: string) {
      cookie = value;
    },
    async chat(): Promise<number> {
      return Number((await read('/chat/history')).chat);
    },
    post: (path: string, body: unknown, headers: Headers = {}) =>
      go(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    upload(fields: Record<string, string | File>, headers: Headers = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return go('/chat/send', { method: 'POST', body: form, headers });
    },
  };
}

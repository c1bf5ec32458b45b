import type { UserFromGetMe } from 'grammy/types';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Channel, PageMessage, Receive } from '../channel.ts';
import { createGateway } from './gateway.ts';
import { createMessageIds } from './message-ids.ts';
import { createNewcomers } from './newcomers.ts';
import { pageRoutes } from './routes/page-routes.ts';
import { readRoutes } from './routes/read-routes.ts';
import { ownPageOnly, type RouteTools } from './routes/route-tools.ts';
import { sendRoute } from './routes/send-route.ts';
import { talkAsRoutes } from './routes/talk-as-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { createStreams } from './streams.ts';
import { createTalkPages } from './talk-pages.ts';

export interface WebChannelOptions {
  me: UserFromGetMe;
  /** Signs the cookie; whoever knows it can be anybody. 32 characters or more. */
  secret: string;
  /** Stores a message the bot wrote; the same id again replaces it. */
  keep: (chat: string, message: PageMessage) => void | Promise<void>;
  /** The language of the person in a chat, as far as it is known. */
  languageOf?: (chat: string) => 'kk' | 'ru' | 'en' | undefined;
  /** The last 200 messages of a chat, the person's and the bot's. */
  history: (chat: string) => Promise<PageMessage[]>;
  files: { put(bytes: Uint8Array, mime: string): Promise<string>; get(key: string): Promise<Uint8Array> };
  /** The people one can try to be, when `talkAs` allows it. */
  examples?: () => Promise<{ key: string; name: string; role: string }[]>;
  /** Whether somebody at this machine may talk as an example person. */
  talkAs: boolean;
  log: Logger;
  /** Where people open the page, without a slash at the end; absent: no links lead to it. */
  address?: string | undefined;
  /** The time in milliseconds. */
  now: () => number;
  /** How many new persons one address may bring in an hour; 60 if not said: a school class sits behind one address. */
  maxNewPersons?: number;
}

const beatEvery = 25_000;

/** The web chat: a page of its own on one side, the Bot API on the other. `routes` is mounted at `/`. */
export function createWebChannel(options: WebChannelOptions): Channel & { routes: Hono } {
  const { me, files, log, now } = options;
  const streams = createStreams();
  const pages = createTalkPages({ keep: options.keep, history: options.history, streams, log });
  const running = new Set<Promise<unknown>>();
  let receiver: Receive | undefined;
  let beat: NodeJS.Timeout | undefined;

  const tools: RouteTools = {
    me,
    files,
    log,
    now,
    streams,
    pages,
    nextId: createMessageIds(now),
    secret: options.secret,
    newcomers: createNewcomers(options.maxNewPersons ?? 60, now),
    talkAs: options.talkAs,
    languageOf: options.languageOf ?? (() => undefined),
    examples: options.examples ?? (async () => []),
    receive: () => receiver,
    underWay: (work) => {
      running.add(work);
      const done = () => void running.delete(work);
      work.then(done, done);
      return work;
    },
  };

  // The page is in this process: one try is all there is.
  const gateway = createGateway(tools);
  const routes = new Hono();
  // Only our own paths: the routes are mounted at `/`, beside webhooks that have other rules.
  for (const path of ['/', '/page/*', '/chat/*']) routes.use(path, securityHeaders);
  routes.use('/chat/*', ownPageOnly);
  for (const part of [pageRoutes(), readRoutes(tools), sendRoute(tools), talkAsRoutes(tools)]) routes.route('/', part);

  return {
    kind: 'web',
    account: 'web',
    me,
    routes,
    fetch: gateway,
    once: gateway,
    link: (code) => (options.address === undefined ? undefined : `${options.address}/?start=${code}`),
    download: (fileId) => files.get(fileId),
    async start(receive) {
      receiver = receive;
      beat = setInterval(streams.beat, beatEvery).unref();
    },
    async stop() {
      receiver = undefined;
      clearInterval(beat);
      streams.close();
      await Promise.allSettled(running);
    },
  };
}

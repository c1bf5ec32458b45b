import type { Logger } from 'pino';
import type { Message } from 'whatsapp-web.js';
import type { ArrivedMessage, DeviceState, Wire, WireListeners } from '../wire.ts';
import { createAliases } from './aliases.ts';
import { createArrivals } from './arrivals.ts';
import { createGroups } from './groups.ts';
import type { Ending, SessionListeners } from './heard.ts';
import { createLanes } from './lanes.ts';
import type { LinkedAt } from './linked-at.ts';
import type { Loaded } from './library.ts';
import type { DeviceLimits } from './limits.ts';
import { fetchMissed } from './missed.ts';
import { markSeen, readMe, showTyping } from './page.ts';
import { readMessage } from './read-message.ts';
import { scrubbed } from './scrubbed.ts';
import { createSending } from './sending.ts';
import { within } from './within.ts';

type Unstamped<S> = S extends DeviceState ? Omit<S, 'since'> : never;

interface LineOptions {
  log: Logger;
  /** Unix milliseconds. */
  now: () => number;
  limits: DeviceLimits;
  linkedAt: LinkedAt;
}

/**
 * What stays the same while browsers come and go: the state, what waits, who listens. Nobody listens and no browser runs
 * yet.
 */
export function openLine({ log, now, limits, linkedAt }: LineOptions) {
  let state: DeviceState = { is: 'stopped', since: now() };
  let listeners: WireListeners | undefined;
  let linked: { loaded: Loaded; me: string[]; number: string } | undefined;
  /** Whether a linked page has a connection, as far as we were told. */
  let online = true;
  /**
   * When the newest QR or code was shown by this browser; undefined: it came in by itself. The phone has taken it since:
   * when all is synchronised may be minutes later, and people write meanwhile.
   */
  let shownAt: number | undefined;
  /** Which browser this is; what an earlier one was still asked is not heard. */
  let browser = 0;
  /** What comes after the library listens and before we know who we are. */
  let early: Message[] = [];

  const complain = (what: string) => (error: unknown) => log.warn({ err: scrubbed(error) }, what);
  const client = () => linked?.loaded.client;
  const aliases = createAliases(limits.answer);
  const groups = createGroups((change) => listeners?.group(change));
  const sending = createSending(
    () => (online ? linked?.loaded : undefined),
    (id) => listeners?.acknowledged(id),
  );
  const downloads = createLanes();
  const makeArrivals = () => createArrivals({ give: store, limits, log });
  let arrivals = makeArrivals();

  function tell(next: Unstamped<DeviceState>): void {
    // Trying again and failing again is one time of being away.
    const since = next.is === state.is && next.is === 'lost' ? state.since : now();
    state = { ...next, since };
    listeners?.state(state);
  }

  async function store(message: ArrivedMessage): Promise<void> {
    const page = client();
    const isGroup = message.chat.endsWith('@g.us');
    const alias = page && (await aliases.of(page, message.from));
    if (page && isGroup && groups.title(message.chat) === undefined) {
      // Somebody speaks in a group of which nobody told us: we are in it.
      await within(limits.answer, groups.met(page, message.chat), 'a new group').catch(
        complain('a group was not read'),
      );
    }
    const title = isGroup ? groups.title(message.chat) : undefined;
    await listeners?.message({
      ...message,
      ...(alias !== undefined && { alias }),
      ...(title !== undefined && { title }),
    });
    if (page && !isGroup)
      await within(limits.answer, markSeen(page, message.chat, message.id), 'marking as seen').catch(() => undefined);
  }

  function take(message: Message): void {
    if (!linked) {
      if (early.length < limits.waiting) early.push(message);
      return;
    }
    const arrived = readMessage(message, linked.me);
    if (arrived && listeners?.concerns?.(arrived) === false) return;
    if (arrived) arrivals.take(arrived);
    else log.debug({ type: message.type }, 'something in WhatsApp that is not for us');
  }

  async function ready(loaded: Loaded): Promise<void> {
    const mine = browser;
    const { wid } = loaded.client.info;
    const me = await within(limits.answer, readMe(loaded.client), 'who we are').catch(() => [wid._serialized]);
    if (mine !== browser) return;
    linked = { loaded, me, number: wid.user };
    if (shownAt !== undefined) await linkedAt.note(shownAt).catch(complain('the time of linking was not written down'));
    shownAt = undefined;
    await within(limits.answer, groups.read(loaded.client), 'the groups').catch(complain('the groups were not read'));
    if (mine !== browser) return;
    hears.connected(online);
    for (const message of early.splice(0)) take(message);
    const since = Math.max(await linkedAt.read(), now() - limits.missedAge);
    await fetchMissed(loaded.client, { limits, since, take, room: () => arrivals.room() }).catch(
      complain('what was missed was not read'),
    );
  }

  const hears: SessionListeners = {
    qr(qr) {
      shownAt = now();
      linked = undefined;
      const code = state.is === 'waiting' ? state.pairingCode : undefined;
      tell({ is: 'waiting', qr, ...(code !== undefined && { pairingCode: code }) });
    },
    code(pairingCode) {
      shownAt = now();
      if (state.is === 'waiting') tell({ is: 'waiting', qr: state.qr, pairingCode });
    },
    ready: (loaded) => void ready(loaded).catch(complain('what WhatsApp Web shows was not read')),
    connected(is) {
      online = is;
      if (!linked) return;
      tell(is ? { is: 'linked', number: linked.number } : { is: 'lost', why: 'no connection to WhatsApp' });
    },
    message: take,
    shown: sending.shown,
    acknowledged: sending.acknowledged,
    group(what, kind) {
      if (!linked) return;
      void groups
        .changed(linked.loaded.client, what, kind, linked.me)
        .catch(complain('a change of a group was not read'));
    },
  };

  const wire: Wire = {
    state: () => state,
    send: sending.send,
    async download(message) {
      const page = client();
      if (!page) throw new Error('WhatsApp is not linked');
      const media = await downloads
        .run('file', () =>
          within(
            limits.download,
            page.getMessageById(message).then((found) => found?.downloadMedia()),
            'a file',
          ),
        )
        .catch((error: unknown) => {
          throw scrubbed(error);
        });
      if (!media) throw new Error('WhatsApp does not have this file any more');
      return Buffer.from(media.data, 'base64');
    },
    groups: async () => groups.list(),
    async typing(chat) {
      const page = online ? client() : undefined;
      if (page) await within(limits.answer, showTyping(page, chat), 'typing').catch(() => undefined);
    },
    on: (all) => (listeners = all),
  };

  return {
    wire,
    hears,
    groups,
    tell,
    state: () => state,
    open() {
      arrivals = makeArrivals();
      tell({ is: 'starting' });
    },
    asks: {
      idle: () => sending.underWay() === 0,
      byCode: () => state.is === 'waiting' && state.pairingCode !== undefined,
    },
    /** The browser is of no use any more; without a reason because the device is stopped. */
    ended(ending?: Ending) {
      browser += 1;
      linked = undefined;
      online = true;
      shownAt = undefined;
      early = [];
      sending.abandon();
      if (!ending) return;
      if (ending.because === 'restart') tell({ is: 'starting' });
      else tell(ending.because === 'logged-out' ? { is: 'logged-out' } : { is: 'lost', why: ending.why });
    },
    codeTakenBack() {
      if (state.is === 'waiting') tell({ is: 'waiting', qr: state.qr });
    },
    /** What an administrator wants of the page. Its errors like to repeat the number that was typed in. */
    asked: <T>(work: Promise<T>, what: string) =>
      within(limits.answer, work, what).catch((error: unknown): never => {
        throw scrubbed(error);
      }),
    close: () => arrivals.stop(),
  };
}

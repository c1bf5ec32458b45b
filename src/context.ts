import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Logger } from 'pino';
import type { Holidays } from './calendar/holidays.ts';
import type { Calendar } from './calendar/kind.ts';
import type { Channel, ChannelKind } from './channels/channel.ts';
import type { Form } from './forms/index.ts';
import type { Instrument } from './label/instrument.ts';
import type { FileStore } from './store/files/file-store.ts';
import type { Store } from './store/store.ts';
import type { Language } from './store/talks.ts';
import type { Talk } from './talks/talk.ts';
import type { Volunteering } from './volunteers/content.ts';

/** A sentence of `content/locales` in one language; what is put into it is escaped for Telegram's HTML. */
export type Say = (key: string, vars?: Record<string, string | number>) => string;

/** What every flow works with; made once by `main.ts`. */
export interface Birge {
  store: Store;
  files: FileStore;
  forms: ReadonlyMap<string, Form>;
  /** What is owed by when, from `content/calendar.yaml`. */
  calendar: Calendar;
  /** The quality label of youth centres; its forms, one for each kind of centre, are among `forms`. */
  label: Instrument;
  holidays: Holidays;
  /** What volunteers and coordinators are given beside forms: the safety briefing, ideas, where to go. */
  volunteering: Volunteering;
  say(language: Language): Say;
  now(): Date;
  /** IANA name; "today" is a day of this zone. */
  timeZone: string;
  /** Under which address our pages are reached, without a slash at the end: the page that checks certificates. */
  address: string;
  /** Address of the web chat, without a slash at the end; undefined when it is off. */
  webAddress: string | undefined;
  /** Example projects may be chosen: somebody is trying Birge on their own machine. */
  examples: boolean;
  /** Private Telegram chats that hear of what has no coordinator. */
  adminChats: readonly string[];
  /** The accounts that are on, by their row in `channels`. */
  channels: ReadonlyMap<number, Channel>;
  /** Ways in that are asked for and not yet connected, with the reason in a sentence for whoever runs Birge. */
  awaited: ReadonlyMap<ChannelKind, string>;
  log: Logger;
}

/** A context outside and inside of conversations: every one knows the talk that is being answered. */
export type Ctx = Context & { talk: Talk };
/** A context outside of conversations. */
export type OuterCtx = ConversationFlavor<Ctx>;

/** Made once for each zone: making one costs a tenth of an answer. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (`YYYY-MM-DD`) in the project's time zone. */
export function today({ now, timeZone }: Pick<Birge, 'now' | 'timeZone'>): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(now());
}

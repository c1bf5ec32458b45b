import type { Channel, ChannelKind } from '../../../src/channels/channel.ts';
import { openTelegram } from '../../../src/channels/telegram/channel.ts';
import { chatGone } from '../../../src/store/talks.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { TurnedClock } from '../../support/double/clock.ts';
import type { Person } from '../../support/double/person.ts';
import type { Seat } from '../../support/double/seat.ts';
import { TelegramDouble } from '../../support/double/telegram-double.ts';
import { delivers } from '../deadlines/scene.ts';
import { idOf, presses, story } from '../people/scene.ts';

/** A stage with several messengers. Persons of all of them have different ids, so that an id alone says who it is. */
export interface Messengers {
  stage: Stage;
  /** Somebody's account in a messenger. */
  person(kind: ChannelKind, id: number, name: string): Person;
}

const addresses: Record<Exclude<ChannelKind, 'telegram'>, string> = {
  whatsapp: 'https://wa.me/77000000002?text=',
  web: 'https://birge.example/?start=',
};

/**
 * Another messenger on the stage. At the wire it is as strict as Telegram; to Birge it is of another kind. What is
 * tested here is whose messages these are, not how a messenger draws them.
 */
async function attach(stage: Stage, kind: Exclude<ChannelKind, 'telegram'>): Promise<TelegramDouble> {
  const { running, database } = stage;
  const now = () => running.birge.now();
  const token = `${kind === 'web' ? 7000000003 : 7000000002}:AAdouble-double-double-double-dou`;
  const double = new TelegramDouble({ token, clock: new TurnedClock(now().getTime()), limits: 'off' });
  let id = 0;
  const inner = await openTelegram({
    token,
    apiRoot: 'https://api.telegram.org',
    reports: {
      unreached: (chat) => running.desk.noteUnreached(double.me.id, chat),
      gone: (chat) => void chatGone(database.store, id, chat, now()),
      moved: () => {},
    },
    send: (url, init) => double.fetch(url, init),
    log: running.birge.log,
  });
  const channel: Channel = { ...inner, kind, link: (code) => `${addresses[kind]}${code}` };
  const attached = await running.attach(channel);
  id = attached.id;
  await database.sql`insert into budgets (channel_id, interval_ms, private_ms, group_ms, next_at)
    values (${id}, 0, 0, 0, '-infinity') on conflict do nothing`;
  double.onUpdate(async (update) => {
    await attached.receive([{ key: String(update.update_id), update }]);
    await running.desk.settled();
  });
  return double;
}

export async function openMessengers(options: Parameters<typeof openStage>[0] = {}): Promise<Messengers> {
  const stage = await openStage(options);
  const doubles = {
    telegram: stage.double,
    whatsapp: await attach(stage, 'whatsapp'),
    web: await attach(stage, 'web'),
  };
  return { stage, person: (kind, id, name) => doubles[kind].person({ id, first_name: name }) };
}

/** Chooses English, agrees and says a birth date: ready for the menu. */
export async function becomesReady(person: Person, bornOn = '14.05.1990'): Promise<Person> {
  await person.starts();
  await presses(person, 'w:lang:en');
  await presses(person, 'w:agree');
  await person.says(bornOn);
  return person;
}

/** Asks for a code in one messenger; gives it. */
export async function asksForCode(person: Seat): Promise<string> {
  await person.says('/link');
  await presses(person, 'go:messengers:add');
  const code = /\bj_[\w-]{22}/.exec(person.last().text)?.[0];
  if (code === undefined) throw new Error(`no code was given:\n${person.last().text}`);
  return code;
}

/** Opens a code in another messenger and confirms there; the question goes out to whoever gave it. */
export async function confirmsThere(stage: Stage, finder: Person, code: string): Promise<void> {
  await finder.starts(code);
  if (finder.last().buttons.flat().includes('English')) await presses(finder, 'w:lang:en');
  await finder.presses('Yes, join');
  await delivers(stage);
}

/** Answers the question whether it was them; the other messenger hears of it. */
export async function answers(stage: Stage, asker: Person, yes: boolean): Promise<void> {
  await asker.presses(yes ? 'Yes, it was me' : 'No, not me');
  await delivers(stage);
}

/** Are these accounts one person? */
export async function areOne(stage: Stage, ...accounts: number[]): Promise<boolean> {
  const people = await Promise.all(accounts.map((account) => idOf(stage, account)));
  return new Set(people).size === 1;
}

/** What happened in a chat, with what is chance taken out: codes and check numbers. */
export const told = (seat: Seat, from = 0): string =>
  story(seat, from)
    .replaceAll(/\bj_[\w-]{22}/g, 'j_CODE')
    .replaceAll(/\b\d{4}\b(?=$|\n| stands)/g, '1234');

import { join } from 'node:path';
import { acceptRole, hashOf, issueInvitation } from '../../../src/store/invitations.ts';
import type { Language } from '../../../src/store/talks.ts';
import type { Person } from '../../support/double/person.ts';
import type { Seat } from '../../support/double/seat.ts';
import type { Stage } from '../../support/dialogue.ts';
import { readWords } from '../../../src/words.ts';

/** The English sentences, for checks that are about which one is said and not about its words. */
export const say = readWords(join(import.meta.dirname, '../../../content/locales'))('en');

/** What happened in a chat since an event, with the chance of codes taken out. */
export const story = (seat: Seat, from = 0): string =>
  seat.transcript(from).replaceAll(/\b([rg])_[\w-]{22}(?![\w-])/g, '$1_CODE');

/** Where the chat stands now: what `story` takes to tell only what follows. */
export const now = (seat: Seat): number => seat.chat.events.length;

/** The code of the newest link that the bot has shown. */
export function codeShown(seat: Seat): string {
  const code = [...seat.transcript().matchAll(/[?]start=([rg]_[\w-]{22})/g)].at(-1)?.[1];
  if (code === undefined) throw new Error(`no link was shown:\n${seat.transcript()}`);
  return code;
}

/** Presses a button by what it means, whatever the language. */
export const presses = (seat: Seat, data: string) =>
  seat.presses((button) => 'callback_data' in button && button.callback_data === data);

/** Somebody who has chosen a language, agreed and said their birth date; an adult unless another date is given. */
export async function newcomer(
  stage: Stage,
  who: { id: number; name: string; language?: Language; bornOn?: string },
): Promise<Person> {
  const { id, name, language = 'en', bornOn = '14.05.1990' } = who;
  const person = stage.double.person({ id, first_name: name });
  await person.starts();
  await presses(person, `w:lang:${language}`);
  await presses(person, 'w:agree');
  await person.says(bornOn);
  return person;
}

/** Opens a link to a role and says the name that colleagues shall see. */
export async function comesByLink(person: Person, code: string, name: string): Promise<void> {
  await person.starts(code);
  await person.says(name);
}

/** Somebody under 18 who waits for a parent's word. */
export async function child(stage: Stage, who: { id: number; name: string; bornOn?: string }): Promise<Person> {
  const person = await newcomer(stage, { bornOn: '14.05.2012', ...who });
  await person.says(`${who.name} Serik`);
  return person;
}

/** A parent who opens a child's link agrees with the button, says who they are, and confirms the name. */
export async function agrees(parent: Seat, name: string): Promise<void> {
  await presses(parent, 'w:agree');
  await parent.says(name);
  await presses(parent, 'w:agree');
}

/** The row of the person behind a Telegram account. */
export async function idOf(stage: Stage, account: number): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    select person_id::int as id from identities where external_id = ${String(account)}`;
  if (row === undefined) throw new Error(`nobody writes as ${account}`);
  return row.id;
}

/** An organisation, below another one if that is given. */
export async function organisation(stage: Stage, name: string, parent: number | null = null): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    insert into organisations (parent_id, kind, programme, name, made_at)
    values (${parent}, 'volunteer-organisation', 'volunteers', jsonb_build_object('kk', ${name}::text), '2026-11-01')
    returning id::int`;
  return row?.id ?? 0;
}

export async function project(stage: Stage, of: number, name: string): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    insert into projects (organisation_id, name, place, purpose, activities, direction, made_at)
    select ${of}, w, w, w, w, 'education', '2026-11-01' from jsonb_build_object('kk', ${name}::text) w returning id::int`;
  return row?.id ?? 0;
}

/** Gives a role as an invitation does. */
export async function appoint(
  stage: Stage,
  account: number,
  role: string,
  where: { organisation: number; project?: number },
): Promise<void> {
  const at = stage.running.birge.now();
  const terms = { issuedBy: null, uses: 1, days: 1 };
  const code = await issueInvitation(stage.database.store, { kind: 'role', role, ...where }, terms, at);
  await acceptRole(stage.database.store, hashOf(code), await idOf(stage, account), at);
}

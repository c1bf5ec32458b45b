import { waitUntil } from './program.ts';
import type { Home } from './program.ts';
import type { QuestionnaireWalker } from './questionnaire-walker.ts';

/** What the program's database holds of one person's talk. */
export interface StoredTalk {
  /** Whole answers by question. */
  answers: Record<string, unknown>;
  /** Of each submission. */
  status: string[];
  /** Keys of the updates that came in, in their order. */
  inbox: string[];
  /** Updates that still wait, and answers that were stored over an earlier one. */
  unhandled: number;
  history: number;
}

const personOf = ({ person }: QuestionnaireWalker) =>
  `(select person_id from identities where external_id = '${person.user.id}')`;

/** Reads it through Postgres itself, past the program. */
export async function storedTalk(home: Home, walker: QuestionnaireWalker): Promise<StoredTalk> {
  const person = personOf(walker);
  const submissions = `(select id from submissions where owner_person = ${person})`;
  const [row] = await home.ask<StoredTalk>(`select
    (select coalesce(jsonb_object_agg(question, value), '{}') from answers
      where complete and submission_id in ${submissions}) as answers,
    (select coalesce(jsonb_agg(status order by id), '[]') from submissions where owner_person = ${person}) as status,
    (select coalesce(jsonb_agg(update_key order by seq), '[]') from inbox where person_id = ${person}) as inbox,
    (select count(*)::int from inbox where person_id = ${person} and handled_at is null) as unhandled,
    (select count(*)::int from answer_history where submission_id in ${submissions}) as history`);
  if (row === undefined) throw new Error('the database said nothing');
  return row;
}

/** Waits until everything that the person sent has come in and is answered; the database may be away meanwhile. */
export function allAnswered(home: Home, walker: QuestionnaireWalker, timeoutMs = 60_000): Promise<void> {
  const look = async () => {
    const { inbox, unhandled } = await storedTalk(home, walker);
    return inbox.length === walker.updates.length && unhandled === 0;
  };
  return waitUntil(() => look().catch(() => false), timeoutMs);
}

import { writePress } from '../../src/filling/press.ts';
import { formHash } from '../../src/forms/index.ts';
import { formIdOf, indicatorQuestions } from '../../src/label/form.ts';
import type { Field } from '../ground.ts';
import { presses } from '../load/updates.ts';
import { firstSteps } from './birge.ts';
import type { Contender } from './contender.ts';
import { startBirge } from './running.ts';

/** A bot in which somebody assesses a centre, indicator by indicator. */
export interface Assessing extends Pick<
  Contender,
  'name' | 'way' | 'field' | 'meter' | 'sentAt' | 'answer' | 'flush' | 'stateOf' | 'close'
> {
  /** Somebody's first steps, up to the first indicator. */
  begin(chat: number): Promise<void>;
  /** Brings them to an indicator that they have not answered yet; gives what its button "yes" carries. */
  reach(chat: number, indicator: number): Promise<string>;
}

/** This bot with the project's own content: each person is the head of a regional centre of their own. */
export async function openAssessing(field: Field): Promise<Assessing> {
  const { running, receive: _receive, api: _api, ...started } = await startBirge(field);
  const { answer } = started;
  const form = running.birge.forms.get(formIdOf('regional'));
  if (form === undefined) throw new Error('there is no form for regional centres');
  const version = formHash(form);
  const { admin } = field;
  const stands = async (chat: number): Promise<{ submission: number; at: string }> => {
    const [row] = await admin<{ submission: string; at: string }[]>`
      select f.submission_id as submission, f.at_question as at from fillers f join chats c using (person_id)
      where c.external_id = ${String(chat)}`;
    if (row === undefined) throw new Error(`${chat} stands in no assessment`);
    return { submission: Number(row.submission), at: row.at };
  };
  return {
    name: 'Birge',
    way: 'supabase-js',
    ...started,
    async begin(chat) {
      for (const update of firstSteps(chat)) await answer(update);
      await answer(presses(chat, `jb:as:${await centreFor(field, chat)}`));
    },
    async reach(chat, indicator) {
      const { mark } = indicatorQuestions(indicator);
      // The two texts after a criterion, and its overview, lie between some.
      for (let steps = 0; steps < 5; steps += 1) {
        const { submission, at } = await stands(chat);
        const press = (question: string, act: string) => writePress({ version, submission, question, act });
        if (at === mark) return press(mark, 'yes');
        await answer(presses(chat, at.startsWith('c') ? press(at, 'skip') : press(mark, 'change')));
      }
      throw new Error(`${chat} does not come to indicator ${indicator}`);
    },
    async stateOf(chat) {
      const [row] = await admin<{ state: unknown }[]>`
        select t.state from talks t join chats c on c.id = t.chat_id where c.external_id = ${String(chat)}`;
      return row?.state;
    },
  };
}

/** A regional centre whose head this person is; gives the organisation's id. */
async function centreFor({ admin }: Field, chat: number): Promise<number> {
  const [made] = await admin<{ id: number }[]>`
    with organisation as (
      insert into organisations (parent_id, kind, programme, region, name, made_at)
      values (null, 'youth-centre', 'label', 'abai', jsonb_build_object('kk', 'Облыстық жастар ресурстық орталығы'), now())
      returning id
    ), centre as (
      insert into centres (organisation_id, kind, head, phone, email, address, described_at)
      select id, 'regional', 'Серікова А.', '+7 700 000 00 00', 'yrc@example.org', 'Семей қаласы', now() from organisation
    ), head as (
      insert into memberships (person_id, organisation_id, role, from_on)
      select c.person_id, o.id, 'head', current_date - 1 from organisation o, chats c where c.external_id = ${String(chat)}
    )
    select id::int from organisation`;
  if (made === undefined) throw new Error('the centre was not made');
  return made.id;
}

import { Api, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { testForm } from '../../support/filling.ts';
import { openWhatsappOn } from '../suite/whatsapp-player.ts';
import type { WhatsappPlayer } from '../suite/whatsapp-player.ts';

let stage: Stage;
let person: WhatsappPlayer;

/** Every test begins with a new person at the first question. */
beforeEach(async () => {
  stage = await openStage({ forms: [testForm('dialogues/filling/trip.yaml')] });
  person = await openWhatsappOn(stage, 'Dana');
  for (const text of ['Hello', '3', '1', '14.05.2001', '1', '1']) await person.says(text);
});
afterEach(() => stage.close());

/** A notice of the outbox, said in between. */
async function notice(words: string): Promise<void> {
  const fetch = person.channel.once as NonNullable<ConstructorParameters<typeof Api>[1]>['fetch'];
  const keyboard = new InlineKeyboard().text('Done', 'due:7:done').row().text('Remind me tomorrow', 'due:7:later');
  await new Api('2:whatsapp', { fetch }).sendMessage(person.chat, words, { reply_markup: keyboard });
}

/** What was said after the form began. */
const since = (words: string) => `${person.transcript().slice(person.transcript().indexOf(words))}\n`;

async function answers(): Promise<Record<string, unknown>> {
  const rows = await stage.database.sql<{ question: string; value: unknown }[]>`select question, value from answers`;
  return Object.fromEntries(rows.map(({ question, value }) => [question, value]));
}

test('a notice in between takes letters while it is the newest, and numbers go on answering the question', async () => {
  await person.says('Dana');
  await notice('The report is due tomorrow');
  await person.says('2');
  await person.says('A');
  await notice('The report is due today');
  await person.says('B');
  await person.says('Back to my form');
  await expect(since('Dana: Dana')).toMatchFileSnapshot('talks/notice.txt');
  // A letter after a question is an answer, here in one's own words.
  expect(await answers()).toEqual({ name: 'Dana', drives: false, brings: { picked: [{ other: 'A' }] } });
});

test('a reply that quotes answers what it quotes, however much was said since', async () => {
  await person.says('Dana');
  const question = person.wire.reached.at(-1)?.id ?? '';
  await notice('The report is due tomorrow');
  const letter = person.wire.reached.at(-1)?.id ?? '';
  await person.says('2');
  await person.does('(to "Do you drive?") 1', { text: '1', quoted: question });
  await person.says('назад');
  await person.does('(to the notice) b', { text: 'b', quoted: letter });
  await expect(since('Dana: Dana')).toMatchFileSnapshot('talks/quoted.txt');
});

test('the same message given again is answered once', async () => {
  await person.says('Dana');
  const id = `false_77011234567@c.us_3EB0${'F'.repeat(16)}`;
  await person.does('2', { text: '2', id });
  const said = person.wire.reached.length;
  await person.does('2', { text: '2', id });
  expect(person.wire.reached.length).toBe(said);
  expect(await answers()).toEqual({ name: 'Dana', drives: false });
});

test('an answer is kept while the device is away, and the person is told when it is back', async () => {
  await person.says('Dana');
  const linked = person.wire.now;
  person.wire.now = { is: 'lost', why: 'no network', since: 0 };
  await person.says('2');
  expect(await answers()).toEqual({ name: 'Dana', drives: false });
  person.wire.now = linked;
  stage.setClock('2026-11-22T06:02:00Z');
  await stage.database.sql`insert into budgets (channel_id, interval_ms, private_ms, group_ms, next_at)
    values (${person.id}, 0, 0, 0, '-infinity')
    on conflict (channel_id) do update set interval_ms = 0, private_ms = 0, next_at = '-infinity'`;
  await stage.catchUp();
  person.looks();
  await person.says('continue');
  await expect(since('Dana: Dana')).toMatchFileSnapshot('talks/device-away.txt');
});

test('two answers in one breath: the second is no answer to a question that was not yet there', async () => {
  await person.says('Dana');
  // Saving takes its time, as it does in life.
  stage.breakCalls((fn) => {
    if (fn === 'save_answer') stage.setClock('2026-11-22T06:00:01Z');
    return undefined;
  });
  await Promise.all([person.does('2', { text: '2' }), person.does('1', { text: '1' })]);
  stage.breakCalls();
  await expect(since('Dana: Dana')).toMatchFileSnapshot('talks/one-breath.txt');
  expect(await answers()).toEqual({ name: 'Dana', drives: false });
});

test('a number answers the question also after weeks of notices', async () => {
  await person.says('Dana');
  for (let day = 1; day <= 25; day += 1) await notice(`The report is due in ${26 - day} days`);
  person.looks();
  await person.says('2');
  expect(await answers()).toEqual({ name: 'Dana', drives: false });
  const [kept] = await stage.database.sql<{ count: number }[]>`select count(*)::int as count from offers`;
  expect(kept?.count).toBeLessThanOrEqual(22);
});

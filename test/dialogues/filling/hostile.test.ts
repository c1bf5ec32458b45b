import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('what no database can store silences nobody', async () => {
  const hostile = stage.double.person({ id: 701, first_name: 'X', language_code: 'en' });
  const other = stage.double.person({ id: 702, first_name: 'Y', language_code: 'en' });
  await hostile.says('/start');
  await hostile.pressesData('q:\0\ud83d', hostile.last());
  await hostile.says('half of an emoji \ud83d and \0 nothing');
  await other.says('/start');
  expect(other.last().buttons).toEqual([['Қазақша'], ['Русский'], ['English']]);
  const [waiting] = await stage.database.sql`select count(*)::int as n from inbox where handled_at is null`;
  expect(waiting).toEqual({ n: 0 });
});

test('two messages in one breath: the second is no answer to a question that was not there yet', async () => {
  const p = stage.double.person({ id: 703, first_name: 'Z', language_code: 'en' });
  await p.says('/start');
  await p.presses('English');
  await p.presses('I agree');
  await p.says('14.05.2001');
  await p.presses('Become a volunteer');
  await p.pressesData('go:pool', p.last());
  const first = { update_id: 91, message: message(703, 'Ana Bolat') };
  const second = { update_id: 92, message: message(703, 'Ana Bolat') };
  stage.setClock('2026-11-22T06:00:05Z');
  const { running } = stage;
  const [id = 0] = running.birge.channels.keys();
  await running.desk.receive(
    id,
    [first, second].map((update) => ({ key: String(update.update_id), update })),
  );
  stage.setClock('2026-11-22T06:00:06Z');
  await running.desk.settled();
  expect(p.last().text).toContain('Your last message was written before this question was asked.');
  const stored = await stage.database.sql`select question from answers where value = '"Ana Bolat"'`;
  expect([...stored]).toEqual([{ question: 'full_name' }]);
});

const message = (id: number, text: string) => ({
  message_id: 5000,
  date: 0,
  text,
  chat: { id, type: 'private' as const, first_name: '' },
  from: { id, is_bot: false, first_name: '' },
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../support/dialogue.ts';
import type { Stage } from '../support/dialogue.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a newcomer says who they are', async () => {
  const p = stage.double.person({ id: 501, first_name: 'Айгерім', language_code: 'kk' });
  await p.says('/start');
  await p.presses('Қазақша');
  await p.presses('Келісемін');
  await p.says('31.02.2001');
  await p.says('14.05.2001');
  await p.presses('Волонтер болу');
  await p.presses('Әлі таңдамадым');
  await p.says('🌸🌸');
  await p.says('Серікова <b>Айгерім</b> & Co');
  await p.sharesContact('+77011234567');
  console.log(p.transcript());
  console.log(await stage.database.sql`select state, pg_column_size(state) from talks`.then((r) => JSON.stringify(r)));
  expect(1).toBe(1);
});

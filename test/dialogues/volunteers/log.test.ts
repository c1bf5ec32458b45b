import { expect, test } from 'vitest';
import { expectNotLogged } from '../../support/planted.ts';
import type { Stage } from '../../support/dialogue.ts';
import { page } from './thanks-scene.ts';
import { becomesCandidate, isAccepted } from './year-beginning.ts';
import { answers, openYear, presses, pressesAbove } from './year-scene.ts';
import { card, russian as words, secretsOf } from './year-words.ts';

/**
 * While `act` goes on, Postgres refuses every row of these tables, and says in its error what the row holds: nothing tells more
 * of what people said than such an error.
 */
async function refused(stage: Stage, tables: string[], act: () => Promise<unknown>): Promise<void> {
  const { sql } = stage.database;
  for (const table of tables) await sql`alter table ${sql(table)} add constraint refused check (false) not valid`;
  const before = stage.errors.length;
  await act();
  for (const table of tables) await sql`alter table ${sql(table)} drop constraint refused`;
  expect([tables, stage.errors.length > before]).toEqual([tables, true]);
}

// Point 2 of the issue: sensitive fields never stand in logs, also where everything goes wrong.
test('what fails is logged, and nothing of what people said', { timeout: 60_000 }, async () => {
  const year = await openYear('ru', words);
  const { stage, volunteer: v, coordinator: c, until } = year;
  await becomesCandidate(year, 'ru', words);
  await isAccepted(year, words);
  await presses(v, 'vol:agr:*');
  await presses(v, 'vol:agr:fill:*');
  await answers(v, ':ru', ':yes');
  await refused(stage, ['answers', 'answer_history'], () => v.says(card));
  await presses(v, 'go:on');
  await answers(v, card, '15.02.2020', ':interior');
  // Telegram refuses what would ask the next question, and what owns up to it.
  stage.double.failNext('sendMessage', { error_code: 400, description: 'Bad Request: message is too long' });
  stage.double.failNext('sendMessage', { error_code: 400, description: 'Bad Request: message is too long' });
  await v.says(words.address);
  await v.says('/menu');
  await presses(v, 'go:on');
  await answers(v, '4', ':+saturday', ':done', ':skip', ':none', ':two_weeks');
  await refused(stage, ['agreements'], () => presses(v, '…:send'));
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:new');
  await answers(v, ':on:2026-11-28', ':lesson', ':2', ':achieved:change', words.achieved, ':note:change', words.note);
  await refused(stage, ['deeds'], () => presses(v, '…:send'));
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:new');
  await answers(v, ':on:2026-11-28', ':lesson', ':2');
  // The database goes away after the form is sent and before its entry is written: another process writes it.
  stage.breakCalls((fn) => (fn === 'write_deed' ? 'before' : undefined));
  await presses(v, '…:send');
  stage.breakCalls();
  await stage.restart();
  await until('2026-11-28T07:00:00Z');
  await presses(v, 'vol:e:*');
  await presses(v, 'vol:rep:*');
  await presses(v, 'vol:rep:line:…');
  await refused(stage, ['volunteer_reports'], () => v.says(words.line));
  await until('2026-11-29T06:00:00Z');
  await presses(c, 'vol:v:*');
  await presses(c, 'vol:p:*');
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:ok:…');
  await pressesAbove(c, 'vol:v:*');
  await presses(c, 'vol:thank:*');
  await presses(c, 'vol:thank:*:cert');
  await presses(c, 'vol:thank:*:all');
  await refused(stage, ['thanks'], () => presses(c, 'vol:thank:*:give:…'));
  await pressesAbove(c, 'vol:thank:*:give:…');
  const [row] = await stage.database.sql<{ number: string }[]>`select number from thanks where number is not null`;
  const number = row?.number ?? '';
  stage.breakCalls((fn) => (fn === 'check_certificate' ? 'before' : undefined));
  expect((await page(stage, `https://birge.example.kz/c/${number}`)).status).toBe(503);
  stage.breakCalls();
  expect(stage.logged.length).toBeGreaterThan(6);
  const planted = { ...secretsOf(words), "the certificate's number": number, "the bot's token": stage.double.token };
  expectNotLogged(stage.logged, planted);
  stage.errors.length = 0;
  await stage.close();
});

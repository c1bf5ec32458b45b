import { png } from '../../support/sent-files.ts';
import { answers, opensProject, presses } from './year-scene.ts';
import type { Year } from './year-scene.ts';
import type { YearWords } from './year-words.ts';

/** An idea is planned, its morning reminds of it, and it is written down as done. */
export async function takesUpAnIdea({ volunteer: v, coordinator: c, until }: Year) {
  await until('2026-12-04T13:00:00Z');
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:idea');
  await presses(v, 'vol:idea:education');
  await presses(v, 'vol:idea:one:bilim-workshop');
  await presses(v, 'vol:idea:day:*');
  await presses(v, 'vol:idea:type:*');
  await v.says('06.12.2026');
  await presses(v, 'vol:idea:for:*:2026-12-06:*');
  await until('2026-12-05T06:00:00Z');
  await presses(c, 'due:*:done');
  await presses(c, 'due:*:on:2026-12-05');
  await until('2026-12-06T12:00:00Z');
  await presses(v, 'vol:deed:*:done');
  await answers(v, ':workshop', ':2', ':people:change', '8', ':send');
}

/** An entry with everything, changed after it was confirmed; the report with a line. */
export async function december({ volunteer: v, coordinator: c, until }: Year, words: YearWords) {
  await until('2026-12-19T13:00:00Z');
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:new');
  await answers(v, ':on:2026-12-19', ':lesson', '2,5', ':people:change', '6', ':achieved:change', words.achieved);
  await answers(v, ':note:change', words.note, ':photo:change');
  await v.sends.photo(png());
  await answers(v, ':send');
  await until('2026-12-20T06:00:00Z');
  await opensProject(c);
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:ok:…');
  await presses(c, 'vol:conf:ok:…');
  await until('2026-12-20T13:00:00Z');
  await presses(v, 'vol:deed:*');
  await presses(v, 'vol:deed:*:change');
  await answers(v, ':hours:change', '3', ':send');
  await until('2026-12-21T13:00:00Z');
  await presses(c, 'vol:p:*');
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:ok:…');
  await until('2026-12-31T05:20:00Z');
  await presses(v, 'vol:rep:due:*');
  await presses(v, 'vol:rep:line:…');
  await v.says(words.line);
  await presses(v, 'vol:rep:send:…');
  await until('2027-01-05T06:00:00Z');
  await presses(c, 'due:*:done');
  await presses(c, 'due:*:on:2027-01-05');
}

/** An entry that the coordinator asks about; the report comes late, and the coordinator hears of the slip. */
export async function january({ volunteer: v, coordinator: c, until }: Year, words: YearWords) {
  await until('2027-01-16T13:00:00Z');
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:new');
  await answers(v, ':on:2027-01-16', ':lesson', ':2', ':send');
  await until('2027-01-23T13:00:00Z');
  await presses(v, 'vol:new:*');
  await answers(v, ':on:2027-01-23', ':leisure', '20', ':send');
  await until('2027-01-24T06:00:00Z');
  await opensProject(c);
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:ok:…');
  await presses(c, 'vol:conf:ask:…');
  await presses(c, 'vol:conf:q:…');
  await until('2027-01-24T07:00:00Z');
  await presses(v, 'vol:deed:*:change');
  await answers(v, ':hours:change', '2', ':send');
  await until('2027-01-25T06:00:00Z');
  await presses(c, 'vol:p:*');
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:ok:…');
  await until('2027-02-04T13:00:00Z');
  await presses(v, 'vol:rep:due:*');
  await presses(v, 'vol:rep:line:…');
  await v.says(words.late);
  await presses(v, 'vol:rep:send:…');
}

/** Two entries of one day, confirmed at once. */
export async function february({ volunteer: v, coordinator: c, until }: Year) {
  await until('2027-02-05T06:00:00Z');
  await presses(c, 'due:*:done');
  await presses(c, 'due:*:on:2027-02-05');
  await until('2027-02-13T13:00:00Z');
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:new');
  await answers(v, ':on:2027-02-13', ':lesson', ':2', ':send');
  await presses(v, 'vol:new:*');
  await answers(v, ':on:2027-02-13', ':organising', ':1', ':send');
  await until('2027-02-14T06:00:00Z');
  await opensProject(c);
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:d:…');
  await until('2027-02-28T05:20:00Z');
  await presses(v, 'vol:rep:due:*');
  await presses(v, 'vol:rep:send:…');
}

/** The last entries, the diary as it is looked at, its table, and the table of skills. */
export async function march({ volunteer: v, coordinator: c, until }: Year) {
  await until('2027-03-05T06:00:00Z');
  await presses(c, 'due:*:done');
  await presses(c, 'due:*:on:2027-03-05');
  await until('2027-03-06T13:00:00Z');
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:new');
  await answers(v, ':on:2027-03-06', ':event', ':4', ':people:change', '30', ':send');
  await until('2027-03-13T10:00:00Z');
  await presses(v, 'vol:new:*');
  await answers(v, ':on:2027-03-13', ':lesson', ':2', ':people:change', '1', ':send');
  await until('2027-03-13T13:00:00Z');
  await opensProject(c);
  await presses(c, 'vol:conf:*');
  await presses(c, 'vol:conf:ok:…');
  await presses(c, 'vol:conf:ok:…');
  await until('2027-03-13T15:00:00Z');
  await v.says('/diary');
  await presses(v, 'vol:diary:2027-02');
  await presses(v, 'vol:diary:2027-02:1');
  await presses(v, 'vol:diary:2027-02');
  await presses(v, 'vol:span:6');
  await presses(v, 'vol:xls');
  await presses(v, 'vol:xls:all');
  await presses(v, 'vol:home');
  await presses(v, 'vol:skills');
  await presses(v, 'vol:skills:new');
  await answers(v, ':skip', ':+children', ':done', ':+maths', ':done', ':skip', ':+media', ':done', ':send');
}

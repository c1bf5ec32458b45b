import { png } from '../../support/sent-files.ts';
import { optionOf } from './briefing-scene.ts';
import { answers, presses } from './year-scene.ts';
import type { Year } from './year-scene.ts';
import { card, iin } from './year-words.ts';
import type { YearWords } from './year-words.ts';

/** A newcomer fills in the questionnaire of the project. */
export async function becomesCandidate({ volunteer: v }: Year, language: string, words: YearWords) {
  await v.starts();
  await presses(v, `w:lang:${language}`);
  await presses(v, 'w:agree');
  await v.says('14.05.2004');
  await presses(v, 'go:projects');
  await presses(v, 'go:project:*');
  await answers(v, words.name, words.phone, words.email, ':female', ':higher', ':weekends');
  await answers(v, ':+learning', ':+friends', ':done', ':4', ':3', ':5', ':4', ':5', ':4', ':5', ':3');
  await answers(v, ':over_10', ':+none', ':done', ':yes', words.health, ':+exam_help', ':+clubs', ':done', ':send');
}

/** It comes back with a comment, one answer is corrected, and they are accepted. */
export async function isAccepted({ volunteer: v, coordinator: c, until }: Year, words: YearWords) {
  await until('2026-11-27T13:00:00Z');
  await presses(c, 'card:*');
  await presses(c, 'card:*:more');
  await presses(c, 'vol:ans:*:back');
  await c.says(words.comment);
  await presses(c, 'ret:*:send:*');
  await until('2026-11-27T13:20:00Z');
  await presses(v, 'vol:again:*');
  await presses(v, '…:phone:change');
  await answers(v, words.otherPhone, ':send');
  await until('2026-11-28T06:00:00Z');
  await presses(c, 'card:*');
  await presses(c, 'vol:ans:*:in');
  await presses(c, 'vol:ans:*:in:*:yes');
  await until('2026-11-28T06:30:00Z');
  await presses(v, 'vol:e:*');
}

/** Two papers are asked for; one comes as a photo and is checked with a day up to which it holds. */
export async function sendsPapers({ volunteer: v, coordinator: c, until }: Year) {
  await presses(c, 'vol:v:*');
  await presses(c, 'vol:pap:*');
  await presses(c, 'vol:pap:*:criminal_record');
  await presses(c, 'vol:pap:ask:…');
  await presses(c, 'vol:pap:*');
  await presses(c, 'vol:pap:*:recommendation');
  await presses(c, 'vol:pap:ask:…');
  await until('2026-11-28T07:00:00Z');
  await presses(v, 'vol:pap:send:*');
  await v.sends.photo(png());
  await answers(v, ':done', ':send');
  await until('2026-11-28T08:00:00Z');
  await presses(c, 'vol:pap:*:recommendation');
  await presses(c, 'vol:pap:open:…');
  await presses(c, 'vol:pap:ok:…');
  await presses(c, 'vol:pap:type:…');
  await c.says('31.05.2027');
}

/** The agreement is filled in and signed; what is owed from then on stands in `/deadlines`. */
export async function agrees({ volunteer: v, coordinator: c, until }: Year, language: string, words: YearWords) {
  await until('2026-11-30T13:00:00Z');
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:e:*');
  await presses(v, 'vol:agr:*');
  await presses(v, 'vol:agr:own:*');
  await presses(v, 'vol:agr:*');
  await presses(v, 'vol:agr:fill:*');
  await answers(v, `:${language}`, ':yes', iin, card, '15.02.2020', ':interior', words.address);
  await answers(v, '4', ':+saturday', ':done', ':skip', ':transport', ':two_weeks', ':send');
  await until('2026-12-01T05:10:00Z');
  await presses(c, 'vol:agc:*');
  await presses(c, 'vol:agc:file:*');
  await presses(c, 'vol:agc:*');
  await presses(c, 'vol:agc:sign:…');
  await presses(c, 'vol:agc:*:*:2026-12-01');
  await presses(c, 'vol:agc:*:*:*:paper');
  await until('2026-12-01T06:00:00Z');
  await v.says('/deadlines');
}

/** The coordinator chooses topics; the reminder leads to the briefing, in which one answer is wrong. */
export async function isBriefed({ stage, volunteer: v, coordinator: c, until }: Year) {
  await c.says('/menu');
  await presses(c, 'vol:home');
  await presses(c, 'vol:lead');
  await presses(c, 'vol:p:*');
  await presses(c, 'vol:top:*');
  await presses(c, 'vol:top:*:1:-lost_found');
  await presses(c, 'vol:top:*:2');
  await presses(c, 'vol:top:*:3');
  await presses(c, 'vol:top:*:4');
  await presses(c, 'vol:top:*:4:+cultures');
  await until('2026-12-03T05:10:00Z');
  await presses(v, 'vol:br:due:*');
  await presses(v, 'vol:br:*:go');
  while (v.last().buttons.flat().length === 1) await presses(v, 'vol:br:*:s:…');
  await presses(v, optionOf(stage, v, false));
  for (let question = 0; question < 3; question += 1) await presses(v, optionOf(stage, v, true));
  await until('2026-12-03T05:30:00Z');
}

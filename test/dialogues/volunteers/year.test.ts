import { expect, test } from 'vitest';
import { readDocx } from '../../documents/read-docx.ts';
import { readZip } from '../../documents/read-zip.ts';
import { expectNotLogged } from '../../support/planted.ts';
import { lastFile, page, scans } from './thanks-scene.ts';
import { agrees, becomesCandidate, isAccepted, isBriefed, sendsPapers } from './year-beginning.ts';
import { december, february, january, march, takesUpAnIdea } from './year-months.ts';
import { answers, openYear, presses, pressesAbove } from './year-scene.ts';
import type { Year } from './year-scene.ts';
import { iin, kazakh, russian, secretsOf } from './year-words.ts';
import type { YearWords } from './year-words.ts';

// Four months, from candidate to certificate, as the two people see them: their talks are stored whole.
test.for([
  ['kk', kazakh],
  ['ru', russian],
] as const)('a volunteer’s year (%s)', { timeout: 120_000 }, async ([language, words]) => {
  const year = await openYear(language, words);
  const { stage, volunteer: v, coordinator: c } = year;
  await becomesCandidate(year, language, words);
  await isAccepted(year, words);
  await sendsPapers(year);
  await agrees(year, language, words);
  const agreement = await readDocx(lastFile(stage, v).bytes);
  expect(agreement.paragraphs).toEqual(expect.arrayContaining(words.written.agreement));
  expect(agreement.paragraphs.join('\n')).not.toContain(iin);
  await isBriefed(year);
  await takesUpAnIdea(year);
  await december(year, words);
  await january(year, words);
  await february(year);
  await march(year);
  const table = readZip(Buffer.from(lastFile(stage, v).bytes)).get('xl/sharedStrings.xml') ?? '';
  for (const written of [words.achieved, words.note]) expect(table).toContain(written);
  await leaves(year);
  await isThanked(year, language, words);
  const number = await opensBoth(year, words);
  await expect(`${year.told(v)}\n`).toMatchFileSnapshot(`talks/year-${language}-volunteer.txt`);
  await expect(`${year.told(c)}\n`).toMatchFileSnapshot(`talks/year-${language}-coordinator.txt`);
  const planted = { ...secretsOf(words), "the certificate's number": number, "the bot's token": stage.double.token };
  expectNotLogged(stage.logged, planted);
  await stage.close();
});

/** Two weeks of notice; the last day passes after the last report. */
async function leaves({ volunteer: v, until }: Year) {
  await until('2027-03-14T13:00:00Z');
  await presses(v, 'vol:home');
  await presses(v, 'vol:e:*');
  await presses(v, 'vol:leave:*');
  await presses(v, 'vol:leave:*:2027-03-28');
  await until('2027-03-28T06:00:00Z');
  await presses(v, 'vol:rep:due:*');
  await presses(v, 'vol:rep:send:…');
  await until('2027-03-29T06:00:00Z');
}

/** A letter and a certificate; ten minutes later the volunteer hears of both. */
async function isThanked({ coordinator: c, until }: Year, language: string, words: YearWords) {
  await presses(c, 'vol:v:*');
  await presses(c, 'vol:thank:*');
  await presses(c, 'vol:thank:*:letter');
  await presses(c, `vol:thank:*:letter:${language}`);
  await answers(c, ':excellent', ':+explaining', ':+responsibility', ':done', words.letter, words.position, ':send');
  await until('2027-03-29T06:02:00Z');
  await pressesAbove(c, 'vol:thank:*');
  await presses(c, 'vol:thank:*:cert');
  await presses(c, 'vol:thank:*:all');
  await presses(c, 'vol:thank:*:give:…');
  await until('2027-03-29T06:20:00Z');
}

/** Both are opened; the certificate's page says that it is valid until its owner is erased. Gives its number. */
async function opensBoth({ stage, volunteer: v, until }: Year, words: YearWords): Promise<string> {
  await v.says('/menu');
  await presses(v, 'vol:home');
  await presses(v, 'vol:mythx');
  await presses(v, 'vol:thx:1');
  const letter = await readDocx(lastFile(stage, v).bytes);
  expect(letter.paragraphs).toEqual(expect.arrayContaining([...words.written.letter, words.letter, words.position]));
  await presses(v, 'vol:mythx');
  await presses(v, 'vol:thx:2');
  const { address, text, page: shown } = await scans(stage, v);
  for (const written of [words.name, ...words.written.certificate, address]) expect(text).toContain(written);
  expect(shown.status).toBe(200);
  for (const said of ['class="valid"', words.initials, '<dd>18</dd>', words.period]) expect(shown.html).toContain(said);
  for (const secret of words.name.split(' ')) expect(shown.html).not.toContain(secret);
  await v.says('/forget');
  await presses(v, 'forget:again');
  await presses(v, 'forget:now');
  await until('2027-03-30T06:00:00Z');
  const after = await page(stage, address);
  expect([after.status, after.html.includes('class="invalid"')]).toEqual([404, true]);
  return address.split('/').at(-1) ?? '';
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { formIdOf } from '../../../src/label/form.ts';
import { centreKinds } from '../../../src/rules/label-codes.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, said } from '../../support/filling.ts';
import { pdf, png } from '../../support/sent-files.ts';
import { opensAssessment, opensCriterion, pressesAll, standing, submissionOf, works } from './assessing-scene.ts';
import { presses, say } from '../people/scene.ts';
import { centreOf, labelStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());

test('beside a mark stand an example and files; after a criterion what goes well and what is difficult', async () => {
  const centre = await centreOf(stage, { name: 'Talas YRC' });
  const aset = await works(stage, { id: 1, name: 'Aset' }, centre);
  await opensAssessment(aset, centre);
  await opensCriterion(aset, 7);
  fromHere(aset);
  await pressesAll(aset, 'i43_example:change');
  await aset.says('A box for ideas at the door <b> & 12 letters a month 🙂');
  await pressesAll(aset, 'i43_files:change');
  await aset.sends.photo(png(100));
  await aset.sends.document(pdf(), 'journal.pdf', 'application/pdf', { caption: 'the journal' });
  await aset.says('the picture is of the box');
  await pressesAll(aset, 'done', 'yes', 'i44_files:change', 'skip', 'no');
  await aset.says('More visitors come by themselves');
  await pressesAll(aset, 'back', 'keep');
  await aset.says('Few answers from villages');
  await expect(`${said(aset)}\n`).toMatchFileSnapshot('talks/beside-a-mark.txt');
  const name = 'Aset';
  expect(await standing(stage, await submissionOf(stage, centre))).toEqual({
    i43_mark: ['yes', name],
    i43_example: ['A box for ideas at the door <b> & 12 letters a month 🙂', name],
    i43_files: [
      [
        { file: '1', kind: 'photo' },
        { file: '2', kind: 'document' },
      ],
      name,
    ],
    i44_mark: ['no', name],
    c7_trends: ['More visitors come by themselves', name],
    c7_difficult: ['Few answers from villages', name],
  });
});

test('the files are the centre’s: they stay when whoever sent them is forgotten', async () => {
  const { sql } = stage.database;
  const centre = await centreOf(stage, { name: 'Shu YRC' });
  const bota = await works(stage, { id: 2, name: 'Bota' }, centre);
  const dos = await works(stage, { id: 3, name: 'Dos' }, centre);
  await opensAssessment(bota, centre);
  await opensCriterion(bota, 3);
  await pressesAll(bota, 'i20_files:change');
  await bota.sends.photo(png(200));
  await pressesAll(bota, 'done', 'yes');
  const files = await sql<{ path: string }[]>`
    select path, owner_person::int as person from files where owner_organisation = ${centre}`;
  expect(files).toEqual([{ path: expect.any(String), person: null }]);
  await bota.says('/forget');
  await presses(bota, 'forget:again');
  await presses(bota, 'forget:now');
  await stage.catchUp();
  expect(await sql`select id from people where name = 'Bota'`).toEqual([]);
  const submission = await submissionOf(stage, centre);
  expect(await standing(stage, submission)).toEqual({
    i20_files: [[{ file: expect.any(String), kind: 'photo' }], null],
    i20_mark: ['yes', null],
  });
  expect(Buffer.from(await stage.running.birge.files.get(files[0]?.path ?? ''))).toEqual(png(200));
  // For colleagues it is an answer like any other, of somebody without a name.
  await opensAssessment(dos, centre);
  await opensCriterion(dos, 3);
  await pressesAll(dos, 'back');
  expect(dos.last().text).toContain(
    say('fill-now-by', { answer: 'Yes', name: say('fill-colleague'), day: '22.11.2026' }),
  );
});

test.for(centreKinds)('the numbers are those for the kind of centre: %s', async (kind) => {
  const { forms } = stage.running.birge;
  const big = kind === 'regional' || kind === 'republican_city';
  const centre = await centreOf(stage, { kind, name: `Numbers ${kind}` });
  const id = 10 + centreKinds.indexOf(kind);
  const person = await works(stage, { id, name: 'Reader' }, centre);
  await opensAssessment(person, centre);
  await opensCriterion(person, 2);
  const staff = big ? 5 : 2;
  expect(person.last().text).toContain(
    `At least ${staff} staff are responsible for direct youth work and its quality.`,
  );
  await pressesAll(person, 'yes', 'yes', 'yes', 'yes');
  expect(person.last().text).toContain(
    `16. The head and at least ${staff} staff are trained in youth work (at least 128 hours)`,
  );
  expect(person.last().text).toContain(
    'Kazakh: “at least 128 hours”. Russian: “at least 80 hours”. We use: “at least 128 hours”.',
  );
  await pressesAll(person, 'overview:change');
  const offered = person
    .last()
    .buttons.flat()
    .filter((text) => text.startsWith('○') || text.startsWith('◐'));
  expect(offered).toHaveLength(kind === 'regional' ? 8 : 7);
  expect(forms.get(formIdOf(kind))?.questions.filter((question) => question.id.endsWith('_mark'))).toHaveLength(
    kind === 'regional' ? 48 : 44,
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathOf } from '../../../src/store/files/file-store.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, testForm } from '../../support/filling.ts';
import { pdf, png } from '../../support/sent-files.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [testForm('forms/every-type.yaml', ['photo', 'papers'])] });
});
afterAll(() => stage.close());

/** The files of somebody: kind, size, and whether the kept bytes are those that were sent. */
async function files(account: number, ...sent: Buffer[]): Promise<{ mime: string; bytes: number; kept: boolean }[]> {
  const rows = await stage.database.sql<{ mime: string; bytes: number; path: string }[]>`
    select mime, bytes, path from files f join identities i on i.person_id = f.owner_person
    where i.external_id = ${String(account)} order by f.id`;
  return rows.map(({ mime, bytes, path }, index) => ({
    mime,
    bytes,
    kept: readFileSync(join(stage.folder, 'files', pathOf(path))).equals(sent[index] ?? Buffer.of()),
  }));
}

test('a photo and papers: the bytes and their rows are kept, the same paper once', async () => {
  const person = await knownPerson(stage, 1301, 'Dana');
  await opens(person);
  const [picture, first, second] = [png(700), pdf('one'), pdf('two')];
  await person.sends.photo(picture);
  await person.sends.document(first, 'one.pdf', 'application/pdf');
  await person.sends.document(first, 'again.pdf', 'application/pdf');
  await person.sends.document(second, 'two.pdf', 'application/pdf');
  await person.presses(meaning('send'));
  expect(await files(1301, picture, first, second)).toEqual([
    { mime: 'image/png', bytes: 700, kept: true },
    { mime: 'application/pdf', bytes: first.length, kept: true },
    { mime: 'application/pdf', bytes: second.length, kept: true },
  ]);
});

test('what is refused leaves nothing behind: a text called photo.jpg, a picture too big, a file that Telegram will not give', async () => {
  const person = await knownPerson(stage, 1302, 'Aru');
  await opens(person);
  await person.sends.document(Buffer.from('only words'), 'photo.jpg', 'image/jpeg');
  await person.sends.document(png(6_000_000), 'large.png', 'image/png');
  await person.sends.document(png(), 'huge.png', 'image/png', { size: 21 * 1024 * 1024 });
  stage.double.failNext('getFile', { error_code: 400, description: 'Bad Request: file is temporarily unavailable' });
  await person.sends.photo(png());
  expect(said(person)).toMatchInlineSnapshot(`
    "Aru: (document photo.jpg)
    Birge: A photo is needed here. Please send a picture.

      1 / 2

      Photo
      [Later]
    Aru: (document large.png)
    Birge: The file is too big. Send one of at most 5 MB.

      1 / 2

      Photo
      [Later]
    Aru: (document huge.png)
    Birge: The file is too big. Send one of at most 5 MB.

      1 / 2

      Photo
      [Later]
    Aru: (photo)
    Birge: The file did not arrive. Check your connection and send it again.

      1 / 2

      Photo
      [Later]"
  `);
  expect(await files(1302)).toEqual([]);
  expect(await stored(stage, person)).toEqual({});
});

test('an album of two papers at once: both are taken', async () => {
  const person = await knownPerson(stage, 1303, 'Inju');
  await opens(person);
  await person.sends.photo(png(701));
  fromHere(person);
  const papers = [pdf('three'), pdf('four'), pdf('five')].map((bytes) =>
    person.sends.document(bytes, 'paper.pdf', 'application/pdf'),
  );
  await Promise.all(papers);
  expect(said(person)).toMatchInlineSnapshot(`
    "Inju: (document paper.pdf)
    Inju: (document paper.pdf)
    Inju: (document paper.pdf)
    Birge: ✓ Files: 1. Send more, or press “Done”.

      2 / 2

      Papers
      [Done] [Start over]
      [Back] [Later]
    Birge: Your answers

      1. Photo: photo: 1
      2. Papers: document: 2

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2]
      [Later] [Send]
    Birge: To change an answer, choose its number; to finish, choose “Send”.

      Your answers

      1. Photo: photo: 1
      2. Papers: document: 2

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2]
      [Later] [Send]"
  `);
});

test('a photo sent at a question of words is not fetched', async () => {
  await stage.restart([testForm('forms/every-type.yaml', ['story'])]);
  const person = await knownPerson(stage, 1304, 'Oljas');
  await opens(person);
  const before = stage.double.sent.filter(({ method }) => method === 'getFile').length;
  await person.sends.photo(png(702), 'My story');
  expect(said(person)).toMatchInlineSnapshot(`
    "Oljas: (photo) My story
    Birge: No file is needed here. Please answer the question below.

      1 / 1

      Tell us
      [Later]"
  `);
  expect(stage.double.sent.filter(({ method }) => method === 'getFile')).toHaveLength(before);
});

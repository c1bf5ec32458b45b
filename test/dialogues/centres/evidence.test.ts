import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocx } from '../../documents/read-docx.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { pdf, png } from '../../support/sent-files.ts';
import { now, say } from '../people/scene.ts';
import { came, gives, reading } from './answers-scene.ts';
import type { Reading } from './answers-scene.ts';

let scene: Reading;
let stage: Stage;
let expert: Person;
let own: number;
beforeAll(async () => {
  scene = await reading();
  ({ stage, expert, own } = scene);
});
afterAll(() => stage.close());

test('names in the report are those under which the files come', async () => {
  await expert.pressesData(`jb:rep:${own}:docx`, expert.last());
  const id = expert.last().message.document?.file_id ?? '';
  const { paragraphs } = await readDocx(stage.double.state.files.find(id)?.bytes ?? new Uint8Array());
  const from = now(expert);
  await expert.pressesData(`jb:ev:${own}:12`, expert.last());
  const names = came(scene, expert, from).map(({ caption }) => /12-\d\.\w+/.exec(caption)?.[0]);
  expect(names).toEqual(['12-1.png', '12-2.pdf']);
  expect(paragraphs).toEqual(expect.arrayContaining(names.map((name) => `12: ${name}`)));
});

test('ten of them come in their order, each as it was sent, and then the ways on', async () => {
  const sent = Array.from({ length: 10 }, (_, index) => (index % 3 === 0 ? png(200 + index) : pdf(`${index}`)));
  await gives(scene, 16, ...sent);
  const from = now(expert);
  await expert.pressesData(`jb:ev:${own}:16`, expert.last());
  const all = came(scene, expert, from);
  expect(all.map(({ caption }) => /16-\d+\.\w+/.exec(caption)?.[0])).toEqual(
    sent.map((_, index) => `16-${index + 1}.${index % 3 === 0 ? 'png' : 'pdf'}`),
  );
  expect(all.map(({ bytes }, index) => bytes.equals(sent[index] ?? Buffer.of()))).toEqual(sent.map(() => true));
  expect(all.every(({ caption }) => caption.includes('Aset <3, 03.11.2026'))).toBe(true);
  expect(expert.last().text).toContain('10 files are above');
  await expert.presses(say('jb-res-evidence-back', { number: 16 }));
  expect(expert.last().text).toContain('16. ');
});

test('what is no longer kept is named, and everything else comes', async () => {
  const [, gone = ''] = await gives(scene, 43, pdf('a'), pdf('b'), pdf('c'), pdf('d'));
  await stage.running.birge.files.remove(gone);
  // An answer may also name what was erased with the person who sent it.
  await stage.database.sql`update answers set value = jsonb_set(value, '{3,file}', '"987654"')
      where submission_id = ${own} and question = 'i43_files'`;
  const from = now(expert);
  await expert.pressesData(`jb:ev:${own}:43`, expert.last());
  expect(came(scene, expert, from).map(({ name }) => name)).toEqual(['43-1.pdf', '43-3.pdf']);
  expect(expert.last().text).toContain(say('jb-res-evidence-gone', { names: '43-2.pdf, 43-4' }));
  expect(expert.last().text).toContain('2 files are above');
});

test('a picture that the messenger does not show comes as a document', async () => {
  stage.double.failNext('sendPhoto', { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  const from = now(expert);
  await expert.pressesData(`jb:ev:${own}:12`, expert.last());
  expect(came(scene, expert, from).map(({ as, name }) => [as, name])).toEqual([
    ['document', '12-1.png'],
    ['document', '12-2.pdf'],
  ]);
});

test('what did not get through is said, with the way to have it once more', async () => {
  stage.double.failNext('sendDocument', {
    error_code: 429,
    description: 'Too Many Requests: retry after 60',
    parameters: { retry_after: 60 },
  });
  await expert.pressesData(`jb:ev:${own}:12`, expert.last());
  expect(expert.last().text).toContain(say('jb-res-evidence-lost', { names: '12-2.pdf' }));
  const from = now(expert);
  await expert.presses(say('jb-res-evidence-again'));
  expect(came(scene, expert, from)).toHaveLength(2);
  expect(expert.last().text).toContain('2 files are above');
});

test('an old button, where there are none any more', async () => {
  const from = now(expert);
  await expert.pressesData(`jb:ev:${own}:44`, expert.last());
  expect(came(scene, expert, from)).toEqual([]);
  expect(expert.last().text).toContain(say('jb-res-evidence-none'));
});

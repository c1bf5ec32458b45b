import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentVersion } from '../../../src/people/standing.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fillIn, marya, shortQuestionnaire } from './questionnaire.ts';
import {
  agrees,
  appoint,
  child,
  codeShown,
  idOf,
  newcomer,
  now,
  organisation,
  presses,
  project,
  say,
  story,
} from './scene.ts';

let stage: Stage;
let school: number;
let qanat: number;
beforeAll(async () => {
  stage = await openStage({ forms: [shortQuestionnaire()] });
  qanat = await organisation(stage, 'Qanat');
  school = await project(stage, qanat, 'School');
});
afterAll(() => stage.close());

/** A picture of its own: the smallest PNG with a comment at its end. */
const picture = (mark: string) =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(mark),
  ]);

/** What `/mydata` sends: the file with everything, and the bytes of each other file by its name. */
async function myData(
  p: Person,
): Promise<{ data: Record<string, Record<string, unknown>[]>; files: Map<string, Buffer> }> {
  const from = now(p);
  await p.says('/mydata');
  const files = new Map<string, Buffer>();
  for (const event of p.chat.events.slice(from)) {
    const document = event.kind === 'said' ? event.message.document : undefined;
    if (document?.file_name === undefined) continue;
    files.set(document.file_name, Buffer.from(stage.double.state.files.find(document.file_id)?.bytes ?? []));
  }
  const data = JSON.parse(String(files.get('birge-my-data.json'))) as Record<string, Record<string, unknown>[]>;
  files.delete('birge-my-data.json');
  return { data, files };
}

test('everything is in the file: answers, what stood there before, consent, roles, identities; files come beside it', async () => {
  const p = await newcomer(stage, { id: 1, name: 'Marya' });
  await appoint(stage, 1, 'volunteer', { organisation: qanat, project: school });
  await fillIn(p, school, picture('marya'));
  await p.presses('✎ 3');
  await p.says('Because of the pupils');
  await p.presses(say('form-send'));
  const from = now(p);
  const { data, files } = await myData(p);
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Marya: /mydata
    Birge: (document birge-my-data.json) This file holds everything that is kept about you.
    Birge: (document 1.png)
    Birge: Files that you sent, if any, are here too. Erase everything: /forget
      [Menu]"
  `);
  const answers = (data['answers.submission_id'] ?? []).map(({ question, value, rev }) => [question, value, rev]);
  expect(answers.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([
    ['full_name', marya.name, 1],
    ['health', marya.health, 1],
    ['paper', [{ file: '1', kind: 'photo' }], 1],
    ['phone', marya.phone, 1],
    ['why', 'Because of the pupils', 2],
  ]);
  expect(data['answer_history.submission_id']).toMatchObject([{ question: 'why', value: marya.why, rev: 1 }]);
  expect(data['submissions.owner_person']).toMatchObject([
    { form: 'volunteer-questionnaire', status: 'submitted', about_id: school },
  ]);
  expect(data['people.id']).toMatchObject([{ born_on: '1990-05-14', language: 'en' }]);
  expect(data['identities.person_id']).toMatchObject([{ external_id: '1' }]);
  expect(data['chats.person_id']).toMatchObject([{ external_id: '1', kind: 'private' }]);
  expect(data['consents.person_id']).toMatchObject([{ how: 'self', text_version: consentVersion }]);
  expect(data['memberships.person_id']).toMatchObject([{ role: 'volunteer', project_id: school }]);
  expect(data['files.owner_person']).toMatchObject([{ mime: 'image/png' }]);
  expect([...files]).toEqual([['1.png', picture('marya')]]);
});

test('nothing of anybody else is in it, not even for those who looked at others', async () => {
  const coordinator = await newcomer(stage, { id: 2, name: 'Yerlan' });
  await appoint(stage, 2, 'coordinator', { organisation: qanat });
  await presses(coordinator, 'go:menu').catch(() => coordinator.says('/menu'));
  await coordinator.says('/menu');
  await presses(coordinator, 'vol:cand:0');
  await coordinator.presses((button) => button.text.includes('Marya'));
  await presses(coordinator, 'card:1:more');
  const { data, files } = await myData(coordinator);
  const told = JSON.stringify(data);
  const others = [...Object.values(marya), 'pupils', 'Marya', '"external_id":"1"'];
  expect([others.filter((text) => told.includes(text)), files.size]).toEqual([[], 0]);
  expect(data['audit.person_id']).toMatchObject([
    { action: 'joined' },
    { action: 'read-submission', subject_id: 1 },
    { action: 'read-sensitive', subject_id: 1 },
  ]);
});

test("a parent's file has the consent they gave; the child's has it too, without the parent's account", async () => {
  const p = await child(stage, { id: 3, name: 'Aliya' });
  const parent = stage.double.person({ id: 4000004, first_name: 'Asel' });
  await parent.starts(codeShown(p));
  await presses(parent, 'w:lang:en');
  await agrees(parent, 'Serik Asel');
  const [own, of] = [await myData(p), await myData(parent)];
  expect(of.data['consents.given_by']).toMatchObject([{ giver_name: 'Serik Asel', how: 'guardian' }]);
  expect(JSON.stringify(of.data)).not.toContain('Aliya');
  expect(own.data['consents.person_id']).toMatchObject([
    { how: 'self' },
    { how: 'guardian', given_by: await idOf(stage, 4000004) },
  ]);
  expect(JSON.stringify(own.data)).not.toContain('4000004');
});

test('before the consent the file shows how little there is', async () => {
  const p = stage.double.person({ id: 5, first_name: 'Secret Name', language_code: 'ru' });
  await p.starts();
  const { data } = await myData(p);
  expect(Object.keys(data).toSorted()).toMatchInlineSnapshot(`
    [
      "chats.person_id",
      "identities.person_id",
      "inbox.person_id",
      "people.id",
      "talks.chat_id",
    ]
  `);
  expect(data['people.id']).toMatchObject([{ name: null, born_on: null, language: 'ru', language_chosen: false }]);
});

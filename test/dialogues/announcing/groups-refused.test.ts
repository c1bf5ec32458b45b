import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, newcomer, now, organisation, presses, project, say } from '../people/scene.ts';
import { organisationOf } from '../roles/scene.ts';
import { chatOf, linked, linkedGroup, losesRole, refusedTo, story, takesCode } from './group-scene.ts';

let stage: Stage;
let qanat: number;
let dana: Person;
let chat: number;
beforeAll(async () => {
  stage = await openStage();
  qanat = await organisation(stage, 'Qanat');
  dana = await newcomer(stage, { id: 1, name: 'Dana' });
  await appoint(stage, 1, 'coordinator', { organisation: qanat });
  ({ chat } = await linkedGroup(stage, dana, qanat, 'Tutors'));
});
afterAll(() => stage.close());

/** Somebody presses each of these; gives what the bot says to each. */
async function pressesEach(person: Person, all: string[]): Promise<string[]> {
  const said: string[] = [];
  for (const data of all) {
    const from = now(person);
    await person.pressesData(data, person.last());
    said.push(story(person, from).replace(/^\S+: \[.*\]\n/, ''));
  }
  return said;
}

const refusal = `Birge: ${say('refused')}\n  [Menu]`;
const ofGroup = (id: number) => ['', ':describe', ':drop', ':dropped'].map((act) => `grp:${id}${act}`);
const untouched = () => [expect.objectContaining({ title: 'Tutors', organisation: qanat, tags: [], gone: false })];

test.for([
  ['somebody without a role', 11, undefined],
  ['a volunteer of the organisation itself', 12, 'volunteer'],
] as const)('%s gets nowhere by buttons of groups, and each try is in the audit', async ([, id, role]) => {
  const person = await newcomer(stage, { id, name: 'Aset' });
  if (role) await appoint(stage, id, role, { organisation: qanat, project: await project(stage, qanat, 'School') });
  await person.says('/menu');
  expect(person.last().buttons.flat()).not.toContain('Groups');
  const all = ['grp:list', 'grp:link', `grp:link:${qanat}`, ...ofGroup(chat), ...ofGroup(987_654)];
  expect(await pressesEach(person, all)).toEqual(all.map(() => refusal));
  const nowhere = { kind: 'organisation', id: role ? qanat : 0 };
  expect(await refusedTo(stage, id)).toEqual([
    nowhere,
    nowhere,
    { kind: 'organisation', id: qanat },
    ...ofGroup(chat).map(() => ({ kind: 'group', id: chat })),
    ...ofGroup(987_654).map(() => ({ kind: 'group', id: 987_654 })),
  ]);
  expect(await linked(stage)).toEqual(untouched());
});

test("a coordinator of another programme sees their own groups, and nothing of others'", async () => {
  const other = await organisationOf(stage, 'mobility-centre', 'Other');
  const person = await newcomer(stage, { id: 13, name: 'Erlan' });
  await appoint(stage, 13, 'coordinator', { organisation: other });
  const all = [`grp:link:${qanat}`, ...ofGroup(chat)];
  expect(await pressesEach(person, all)).toEqual(all.map(() => refusal));
  expect(await refusedTo(stage, 13)).toEqual([
    { kind: 'organisation', id: qanat },
    ...ofGroup(chat).map(() => ({ kind: 'group', id: chat })),
  ]);
  const [list] = await pressesEach(person, ['grp:list']);
  expect(list).toBe(`Birge: ${say('grp-list-none')}\n  [Link a group]\n  [Menu]`);
  expect(await linked(stage)).toEqual(untouched());
});

test('a code for a project of another organisation is not given, not even to an administrator', async () => {
  const foreign = await project(stage, await organisation(stage, 'Foreign'), 'Park');
  const person = await newcomer(stage, { id: 14, name: 'Admin' });
  await appoint(stage, 14, 'administrator', { organisation: qanat });
  expect(await pressesEach(person, [`grp:link:${qanat}:${foreign}`])).toEqual([refusal]);
  expect(await stage.database.sql`select 1 from invitations where project_id = ${foreign}`).toEqual([]);
});

test('a forged code links nothing and is in the audit; a slip is only answered', async () => {
  const group = stage.double.group({ title: 'Neighbours' });
  const stranger = stage.double.person({ id: 15, first_name: 'Aset' }).in(group);
  const known = dana.in(group);
  const forged = `l_${'a'.repeat(22)}`;
  await stranger.says(`/link ${forged}`);
  await known.says(`/start ${forged}`);
  await known.says('/link the group');
  await known.says('/link me');
  await known.says(`/start@dice_bot ${forged}`);
  expect(story(known)).toMatchInlineSnapshot(`
    "Aset: /link l_CODE
    Birge: Мұндай код жоқ. Толық көшіргеніңізді тексеріңіз.
      Такого кода нет. Проверьте, скопирован ли он целиком.
    Dana: /start l_CODE
    Birge: Мұндай код жоқ. Толық көшіргеніңізді тексеріңіз.
      Такого кода нет. Проверьте, скопирован ли он целиком.
    Dana: /link the group
    Birge: I talk in private messages: nothing personal is asked in a group.
      [Write privately ↗]
    Dana: /link me
    Birge: Мұндай код жоқ. Толық көшіргеніңізді тексеріңіз.
      Такого кода нет. Проверьте, скопирован ли он целиком.
    Dana: /start@dice_bot l_CODE"
  `);
  const neighbours = await chatOf(stage, group);
  expect(await refusedTo(stage, null)).toEqual([{ kind: 'group', id: neighbours }]);
  expect(await refusedTo(stage, 1)).toEqual([{ kind: 'group', id: neighbours }]);
  expect(await linked(stage)).toEqual(untouched());
});

test('in a private chat a code is said to be for a group, and stays good', async () => {
  const code = await takesCode(dana, qanat);
  const from = now(dana);
  await dana.starts(code);
  await dana.says(`/link ${code}`);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: /start l_CODE
    Birge: This code is for a group: first add me to it, then write the code there after /link.
      [Menu]
    Dana: /link l_CODE
    Birge: This code is for a group: first add me to it, then write the code there after /link.
      [Menu]"
  `);
  await dana.in(stage.double.group({ title: 'Second' })).says(`/link ${code}`);
  expect((await linked(stage)).map(({ title }) => title as string)).toEqual(['Second', 'Tutors']);
  await stage.catchUp();
});

test('whoever loses the role meanwhile links nothing with the code they gave, and describes nothing', async () => {
  const person = await newcomer(stage, { id: 16, name: 'Madi' });
  await appoint(stage, 16, 'coordinator', { organisation: qanat });
  const code = await takesCode(person, qanat);
  const { chat: theirs } = await linkedGroup(stage, person, qanat, 'Third');
  await presses(person, `grp:${theirs}:describe`);
  await person.presses('Abai Region');
  await person.presses('Kazakh');
  await person.says('tutors');
  await losesRole(stage, 16);
  await person.presses('Send');
  expect(person.last().text).toBe(say('refused'));
  const seat = person.in(stage.double.group({ title: 'Fourth' }));
  await seat.says(`/link ${code}`);
  expect(story(seat)).toMatchInlineSnapshot(`
    "Madi: /link l_CODE
    Birge: Бұл код енді жарамайды. Жаңасын үйлестіруші «Топ қосу» арқылы алады.
      Этот код больше не действует. Новый координатор получит через «Подключить группу»."
  `);
  expect(await refusedTo(stage, 16)).toEqual([
    { kind: 'group', id: theirs },
    { kind: 'organisation', id: qanat },
  ]);
  expect((await linked(stage)).map(({ title, region }) => `${title} ${region}`)).toEqual([
    'Second null',
    'Third null',
    'Tutors null',
  ]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, organisation, presses, project, story } from '../people/scene.ts';
import { member, organisationOf, roleStage } from '../roles/scene.ts';
import { announces, campaign, group, newest, shown } from './scene.ts';

let stage: Stage;
let region: number;
let head: Person;
let id: number;
beforeAll(async () => {
  stage = await roleStage();
  region = await organisationOf(stage, 'mobility-centre', 'Region centre');
  const branch = await organisationOf(stage, 'career-centre', 'Branch', region);
  const other = await organisationOf(stage, 'mobility-centre', 'Other centre');
  await stage.database.sql`update organisations set region = 'abai' where id = ${branch}`;
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: region });
  await group(stage, region, 'Everybody', { tags: ['news'], region: 'abai' });
  await group(stage, branch, 'Tutors <b>', { tags: ['tutors', 'ағылшын тілі & IT'], region: 'abai', language: 'kk' });
  await group(stage, branch, 'Students', { tags: ['students', 'news'], region: 'astana', language: 'ru' });
  await group(stage, branch, 'Left', { tags: ['news'], gone: true });
  await group(stage, other, 'Not ours', { tags: ['foreign'] });
  for (const [account, name] of [
    [2, 'Aset'],
    [3, 'Bek'],
    [4, 'Silent'],
    [5, 'Blocker'],
    [6, 'Stopper'],
    [7, 'Without'],
  ] as const)
    await member(stage, { id: account, name }, 'worker', { organisation: branch });
  await member(stage, { id: 8, name: 'Mentor' }, 'mentor', { organisation: region });
  await member(stage, { id: 9, name: 'Far' }, 'worker', { organisation: other });
  await stage.double.person({ id: 5, first_name: 'Blocker' }).blocks();
  const { sql } = stage.database;
  await sql`update people set announcements_off_at = '2026-11-20' where id = ${await idOf(stage, 6)}`;
  await sql`update consents set withdrawn_at = '2026-11-20' where person_id = ${await idOf(stage, 7)}`;
  await sql`update chats set person_id = null where person_id = ${await idOf(stage, 4)}`;
  id = await announces(stage, head, region);
});
afterAll(() => stage.close());

test('who gets it is chosen by presses in one message, with the count and who is left out and why', async () => {
  const from = now(head);
  await presses(head, `ann:${id}:aud`);
  const opened = head.last().message_id;
  await presses(head, `ann:${id}:aud:groups`);
  await head.presses('all');
  await head.presses('news');
  await head.presses('ағылшын тілі & IT');
  await head.presses('Back');
  await presses(head, `ann:${id}:aud:people`);
  await head.presses('all');
  await head.presses('worker');
  await head.presses('Back');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [Audience]
    Birge: Who gets it?
      It has not been chosen yet who gets it.
      [Groups: none]
      [People: none]
      [Region]
      [Language]
      [Back to the announcement]
    Head: [Groups: none]
    Birge (edited): Which groups? If you choose several tags, it goes to groups that have any of them.
      It has not been chosen yet who gets it.
      [✓ none] [all]
      [news] [students]
      [tutors] [ағылшын тілі & IT]
      [Back]
    Head: [all]
    Birge (edited): Which groups? If you choose several tags, it goes to groups that have any of them.
      Groups: all
      People: none

      3 groups
      Left out:
      • groups that we are not in any more: 1
      [none] [✓ all]
      [news] [students]
      [tutors] [ағылшын тілі & IT]
      [Back]
    Head: [news]
    Birge (edited): Which groups? If you choose several tags, it goes to groups that have any of them.
      Groups: news
      People: none

      2 groups
      Left out:
      • groups that we are not in any more: 1
      [none] [all]
      [✓ news] [students]
      [tutors] [ағылшын тілі & IT]
      [Back]
    Head: [ағылшын тілі & IT]
    Birge (edited): Which groups? If you choose several tags, it goes to groups that have any of them.
      Groups: news, ағылшын тілі & IT
      People: none

      3 groups
      Left out:
      • groups that we are not in any more: 1
      [none] [all]
      [✓ news] [students]
      [tutors] [✓ ағылшын тілі & IT]
      [Back]
    Head: [Back]
    Birge (edited): Who gets it?
      Groups: news, ағылшын тілі & IT
      People: none

      3 groups
      Left out:
      • groups that we are not in any more: 1
      [Groups: news, ағылшын тілі & IT]
      [People: none]
      [Region]
      [Language]
      [Back to the announcement]
    Head: [People: none]
    Birge (edited): Which people? Choose by role.
      Groups: news, ағылшын тілі & IT
      People: none

      3 groups
      Left out:
      • groups that we are not in any more: 1
      [✓ none] [all]
      [head] [coordinator]
      [worker] [mentor]
      [internal trainer]
      [Back]
    Head: [all]
    Birge (edited): Which people? Choose by role.
      Groups: news, ағылшын тілі & IT
      People: all

      3 groups and 4 people
      Left out:
      • groups that we are not in any more: 1
      • said that they want no announcements: 1
      • without consent: 1
      • have blocked us: 1
      • have never written to us: 1
      [none] [✓ all]
      [head] [coordinator]
      [worker] [mentor]
      [internal trainer]
      [Back]
    Head: [worker]
    Birge (edited): Which people? Choose by role.
      Groups: news, ағылшын тілі & IT
      People: worker

      3 groups and 2 people
      Left out:
      • groups that we are not in any more: 1
      • said that they want no announcements: 1
      • without consent: 1
      • have blocked us: 1
      • have never written to us: 1
      [none] [all]
      [head] [coordinator]
      [✓ worker] [mentor]
      [internal trainer]
      [Back]
    Head: [Back]
    Birge (edited): Who gets it?
      Groups: news, ағылшын тілі & IT
      People: worker

      3 groups and 2 people
      Left out:
      • groups that we are not in any more: 1
      • said that they want no announcements: 1
      • without consent: 1
      • have blocked us: 1
      • have never written to us: 1
      [Groups: news, ағылшын тілі & IT]
      [People: worker]
      [Region]
      [Language]
      [Back to the announcement]"
  `);
  expect(head.last().message_id).toBe(opened);
  expect((await campaign(stage, id))?.['audience']).toEqual({
    groups: { tags: ['news', 'ағылшын тілі & IT'] },
    people: { roles: ['worker'] },
    regions: [],
    programmes: [],
    languages: [],
  });
});

test('region and language narrow groups and people alike; all takes it back', async () => {
  await presses(head, `ann:${id}:aud:regions`);
  await head.presses('Abai Region');
  await head.presses('Back');
  await presses(head, `ann:${id}:aud:languages`);
  await head.presses('Kazakh');
  expect(shown(head)).toMatchInlineSnapshot(`
    "Readers of which language?
    Groups: news, ағылшын тілі & IT
    People: worker
    Regions: Abai Region
    Languages: Kazakh

    2 groups
    [all]
    [✓ Kazakh] [Russian]
    [English]
    [Back]"
  `);
  await head.presses('all');
  await head.presses('Back');
  await presses(head, `ann:${id}:aud:regions`);
  await head.presses('all');
  await head.presses('Back');
  await head.presses('Back to the announcement');
  expect(head.last().text).toContain('Groups: news, ағылшын тілі & IT\nPeople: worker\nWhen');
});

test('what nobody offered changes nothing', async () => {
  const before = await campaign(stage, id);
  for (const data of [
    ...[
      'groups:foreign',
      'groups:#0000000000',
      'people:administrator',
      'people:toString',
      'regions:none',
      'regions:mars',
    ],
    ...['programmes:union', 'languages:de', 'nobody', 'nobody:all', 'people:', ''],
  ]) {
    await head.pressesData(`ann:${id}:aud:${data}`, head.last());
  }
  expect(await campaign(stage, id)).toEqual(before);
  expect(shown(head)).toContain('Who gets it?');
});

test('a coordinator of one project reaches its groups and volunteers alone', async () => {
  const qanat = await organisation(stage, 'Qanat');
  const [one, two] = [await project(stage, qanat, 'One'), await project(stage, qanat, 'Two')];
  const dana = await member(stage, { id: 20, name: 'Dana' }, 'coordinator', { organisation: qanat, project: one });
  await member(stage, { id: 21, name: 'Vera' }, 'volunteer', { organisation: qanat, project: one });
  await member(stage, { id: 22, name: 'Timur' }, 'volunteer', { organisation: qanat, project: two });
  await group(stage, qanat, 'Of one', { project: one, tags: ['one', 'all'] });
  await group(stage, qanat, 'Of two', { project: two, tags: ['two'] });
  await group(stage, qanat, 'Of all', { tags: ['all'] });
  await announces(stage, dana, qanat);
  const mine = await newest(stage);
  expect(await campaign(stage, mine)).toMatchObject({ organisation: qanat, project: one });
  expect(dana.last().text).toContain('Qanat · One');
  await presses(dana, `ann:${mine}:aud`);
  await presses(dana, `ann:${mine}:aud:people`);
  expect(dana.last().buttons.flat()).toEqual(['✓ none', 'all', 'coordinator', 'volunteer', 'Back']);
  await dana.presses('volunteer');
  await dana.presses('Back');
  await presses(dana, `ann:${mine}:aud:groups`);
  expect(dana.last().buttons.flat()).toEqual(['✓ none', 'all', 'all', 'one', 'Back']);
  await dana.presses('all');
  expect(dana.last().text).toContain('1 group and 1 person');
  // A tag may be called like the button.
  await dana.presses(
    (button) => 'callback_data' in button && /:#\w+$/.test(button.callback_data) && button.text === 'all',
  );
  expect((await campaign(stage, mine))?.['audience']).toMatchObject({ groups: { tags: ['all'] } });
});

test('an administrator announces to everybody, and may narrow it by programme', async () => {
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  const admin = await member(stage, { id: 30, name: 'Admin' }, 'administrator', { organisation: platform });
  await newcomer(stage, { id: 31, name: 'Nobody yet' });
  await admin.says('/menu');
  await presses(admin, 'ann:new');
  expect(admin.last().buttons.flat()).toContain('All organisations');
  const all = await announces(stage, admin, platform);
  expect(admin.last().text).toContain('All organisations');
  await presses(admin, `ann:${all}:aud`);
  await presses(admin, `ann:${all}:aud:groups`);
  await admin.presses('all');
  expect(admin.last().text).toContain('7 groups');
  await admin.presses('Back');
  await presses(admin, `ann:${all}:aud:programmes`);
  await admin.presses('volunteering');
  expect(shown(admin)).toMatchInlineSnapshot(`
    "Which programmes?
    Groups: all
    People: none
    Programmes: volunteering

    3 groups
    [all]
    [✓ volunteering] [quality label]
    [labour mobility] [union]
    [pupils' movement]
    [Back]"
  `);
});

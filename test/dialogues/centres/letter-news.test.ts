import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage } from './scene.ts';

let stage: Stage;
let centre: number;
let admin: Person;
let head: Person;
let staff: Person;
beforeAll(async () => {
  stage = await labelStage();
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  centre = await centreOf(stage, { name: 'Abai <YRC>', confirmed: false });
  admin = await member(stage, { id: 1, name: 'Admin' }, 'administrator', { organisation: platform });
  head = await member(stage, { id: 2, name: 'Head' }, 'head', { organisation: centre });
  staff = await member(stage, { id: 3, name: 'Staff' }, 'staff', { organisation: centre });
  await stage.catchUp();
});
afterAll(() => stage.close());

/** What somebody hears when the clock has come to this time of 22 November. */
async function hearsAt(person: Person, time: string): Promise<string> {
  const from = now(person);
  stage.setClock(`2026-11-22T${time}:00Z`);
  await stage.catchUp();
  return story(person, from);
}

test('the head hears that the centre is confirmed, ten minutes later, once', async () => {
  for (const act of ['yes', 'yes']) await admin.pressesData(`jb:card:${centre}:${act}`, admin.last());
  expect(await hearsAt(head, '06:05')).toBe('');
  expect(await hearsAt(head, '06:11')).toMatchInlineSnapshot(`
    "Birge: Abai <YRC>
      ✓ An administrator has confirmed your centre. If you share your practice, other centres can see it now.
      [Open the centre]"
  `);
  expect(await hearsAt(head, '06:30')).toBe('');
});

test('a decision is told; one that was taken back in time never was', async () => {
  await admin.pressesData(`jb:dec:${centre}:gold:2026-11-20:yes:1`, admin.last());
  await admin.pressesData(`jb:dec:${centre}:undo:1`, admin.last());
  expect(await hearsAt(head, '06:45')).toBe('');
  const quiet = now(staff);
  await admin.pressesData(`jb:dec:${centre}:silver:2026-11-21:yes:1`, admin.last());
  expect(await hearsAt(head, '07:00')).toMatchInlineSnapshot(`
    "Birge: Abai <YRC>
      🎉 Congratulations! On 21 November 2026 your centre was awarded the quality label: Second level (silver). Its last day is 20 November 2029.
      [Open the centre]
    Birge: The month's four or more outreach activities
      Where: Abai <YRC>
      By: 30 November 2026 (8 days left)

      This is how the centre reaches self-employed youth and those who neither work nor study.
      Source: the “Jastar belgisi” quality label, indicator 9
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]"
  `);
  await admin.pressesData(`jb:dec:${centre}:refused:2026-11-22:yes:2`, admin.last());
  expect(await hearsAt(head, '07:20')).toContain(say('jb-news-refused', { day: '22 November 2026' }));
  expect(story(staff, quiet)).toBe('');
});

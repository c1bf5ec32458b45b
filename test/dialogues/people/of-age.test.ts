import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { agrees, appoint, child, codeShown, idOf, newcomer, now, organisation, presses, say, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const consentsFor = async (account: number) =>
  await stage.database.sql`
  select c.how, c.giver_name, c.given_by::int, c.withdrawn_at is null as in_force
  from consents c where c.person_id = ${await idOf(stage, account)} order by c.id`;

test('a coordinator who opens the link records the signed paper', async () => {
  const p = await child(stage, { id: 1, name: 'Aliya' });
  const coordinator = await newcomer(stage, { id: 2, name: 'Yerlan' });
  await appoint(stage, 2, 'coordinator', { organisation: await organisation(stage, 'Qanat') });
  const from = [now(coordinator), now(p)] as const;
  await coordinator.starts(codeShown(p));
  await coordinator.says('Serik Saule');
  await presses(coordinator, 'w:agree');
  await stage.catchUp();
  expect([story(coordinator, from[0]), story(p, from[1])].join('\n---\n')).toMatchInlineSnapshot(`
    "Yerlan: /start g_CODE
    Birge: Aliya Serik is under 18. If you hold a consent on paper signed by a parent or legal representative, write the full name of the person who signed it.
      [There is no such paper]
    Yerlan: Serik Saule
    Birge: The consent for Aliya Serik will be recorded under this name: Serik Saule. Is that right? If not, write the right name.
      [Yes, that is right]
      [There is no such paper]
    Yerlan: [Yes, that is right]
    Birge: Thank you! The consent is recorded, and I will tell the child.
    ---
    Birge: Good news: the consent is given! We can begin.
      [Menu]"
  `);
  expect(await consentsFor(1)).toEqual([
    { how: 'self', giver_name: null, given_by: await idOf(stage, 1), in_force: false },
    { how: 'paper', giver_name: 'Serik Saule', given_by: await idOf(stage, 2), in_force: true },
  ]);
});

test('whoever was a coordinator until yesterday speaks as a parent, not for a paper', async () => {
  const p = await child(stage, { id: 3, name: 'Dana' });
  const former = await newcomer(stage, { id: 4, name: 'Bolat' });
  await appoint(stage, 4, 'coordinator', { organisation: await organisation(stage, 'Old') });
  await stage.database.sql`
    update memberships set from_on = '2026-01-01', until_on = '2026-11-21' where person_id = ${await idOf(stage, 4)}`;
  await former.starts(codeShown(p));
  await agrees(former, 'Serik Bolat');
  expect((await consentsFor(3)).map(({ how }) => how)).toEqual(['self', 'guardian']);
});

test('at eighteen the person is asked anew, and their own word takes the place of the parent’s', async () => {
  const p = await child(stage, { id: 5, name: 'Timur', bornOn: '23.11.2008' });
  const parent = stage.double.person({ id: 6, first_name: 'Asel' });
  await parent.starts(codeShown(p));
  await presses(parent, 'w:lang:en');
  await agrees(parent, 'Serik Asel');
  await p.says('/menu');
  expect(p.last().text).toBe(say('menu-text'));
  stage.setClock('2026-11-22T18:59:59Z');
  await p.says('/menu');
  expect(p.last().text).toBe(say('menu-text'));
  stage.setClock('2026-11-22T19:00:00Z');
  const from = now(p);
  await p.says('/menu');
  await presses(p, 'w:decline');
  await presses(p, 'go:projects');
  await presses(p, 'w:agree');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Timur: /menu
    Birge: You have turned 18. From now on you give your consent yourself.

      Before we get to know each other

      I am Birge, an assistant for volunteers and for those who work with young people. If you agree, I will keep your name, birth date, contacts, your answers to the questionnaire (also about health) and the files that you send.

      • What for: to find something that suits you and to put you in touch with a coordinator.
      • Who sees it: the coordinators of the project you choose or of its organisation, and the administrator. Without a project only the administrator. Nothing is published in groups.
      • If you have a role: I also keep what you have to do and by when; the head, coordinator or mentor there sees it. What you answer for your organisation stays with it: your colleagues see that it is yours, and after erasing your name is gone.
      • If you volunteer: I also keep what your agreement says (identity card number, address), papers that are asked of those who work with children, your diary and reports. The coordinators of your project see it; nobody sees your entries outside of projects. Whoever has the number of your certificate sees initials, hours and period.
      • Announcements: the organisations you belong to can write to you through me. /stop ends that at any time.
      • How long: a candidate's data 1 year, other people's 3 years after their last role.
      • How to erase it: /forget erases everything, /mydata shows everything that is kept. Both work at any time.

      Do you agree that your data are kept? You may refuse.
      [I agree]
      [I do not agree]
    Timur: [I do not agree]
    Birge: All right, I will ask nothing more. What was kept before goes with /forget. If you change your mind, write here.
      [Look again]
    Timur: [Become a volunteer]
    Birge: Before we get to know each other

      I am Birge, an assistant for volunteers and for those who work with young people. If you agree, I will keep your name, birth date, contacts, your answers to the questionnaire (also about health) and the files that you send.

      • What for: to find something that suits you and to put you in touch with a coordinator.
      • Who sees it: the coordinators of the project you choose or of its organisation, and the administrator. Without a project only the administrator. Nothing is published in groups.
      • If you have a role: I also keep what you have to do and by when; the head, coordinator or mentor there sees it. What you answer for your organisation stays with it: your colleagues see that it is yours, and after erasing your name is gone.
      • If you volunteer: I also keep what your agreement says (identity card number, address), papers that are asked of those who work with children, your diary and reports. The coordinators of your project see it; nobody sees your entries outside of projects. Whoever has the number of your certificate sees initials, hours and period.
      • Announcements: the organisations you belong to can write to you through me. /stop ends that at any time.
      • How long: a candidate's data 1 year, other people's 3 years after their last role.
      • How to erase it: /forget erases everything, /mydata shows everything that is kept. Both work at any time.

      Do you agree that your data are kept? You may refuse.
      [I agree]
      [I do not agree]
    Timur: [I agree]
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
  const both = { giver_name: null, given_by: await idOf(stage, 5) };
  expect(await consentsFor(5)).toEqual([
    { how: 'self', ...both, in_force: false },
    { how: 'guardian', giver_name: 'Serik Asel', given_by: await idOf(stage, 6), in_force: false },
    { how: 'self', ...both, in_force: true },
  ]);
});

test("a parent's link that is opened after the eighteenth birthday takes nothing from the own word", async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  const p = await child(stage, { id: 7, name: 'Ayan', bornOn: '24.11.2008' });
  const code = codeShown(p);
  stage.setClock('2026-11-24T06:00:00Z');
  await p.says('/menu');
  await presses(p, 'w:agree');
  const parent = stage.double.person({ id: 8, first_name: 'Asel' });
  await parent.starts(code);
  await presses(parent, 'w:lang:en');
  expect(parent.last().text).toBe(say('guardian-over'));
  await parent.says('Serik Asel');
  expect((await consentsFor(7)).filter(({ in_force }) => in_force)).toEqual([
    { how: 'self', giver_name: null, given_by: await idOf(stage, 7), in_force: true },
  ]);
});

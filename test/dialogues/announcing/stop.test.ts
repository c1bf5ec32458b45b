import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fillIn, shortQuestionnaire } from '../people/questionnaire.ts';
import { idOf, newcomer, now, organisation, presses, project, story } from '../people/scene.ts';

let stage: Stage;
let school: number;
beforeAll(async () => {
  stage = await openStage({ forms: [shortQuestionnaire()] });
  school = await project(stage, await organisation(stage, 'Qanat'), 'School');
});
afterAll(() => stage.close());

const offSince = async (account: number) => {
  const [row] = await stage.database.sql`
    select announcements_off_at as at from people where id = ${await idOf(stage, account)}`;
  return row?.['at'] as Date | null;
};

test('/stop ends announcements and says what stays; /start brings them back and says so, once', async () => {
  const dana = await newcomer(stage, { id: 1, name: 'Dana' });
  const from = now(dana);
  await dana.says('/stop');
  expect(await offSince(1)).toEqual(new Date('2026-11-22T06:00:00Z'));
  stage.setClock('2026-11-22T07:00:00Z');
  await dana.says('/stop');
  expect(await offSince(1)).toEqual(new Date('2026-11-22T06:00:00Z'));
  await dana.says('/start');
  expect(await offSince(1)).toBeNull();
  await dana.says('/start');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: /stop
    Birge: All right, I will send you no more announcements.

      I still remind you of your deadlines as long as you have a role. To bring announcements back, write /start or choose “Bring announcements back” below.
      [Bring announcements back]
      [Menu]
    Dana: /stop
    Birge: All right, I will send you no more announcements.

      I still remind you of your deadlines as long as you have a role. To bring announcements back, write /start or choose “Bring announcements back” below.
      [Bring announcements back]
      [Menu]
    Dana: /start
    Birge: You will get announcements again.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]
    Dana: /start
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
});

test('the button below brings them back, too', async () => {
  const aset = await newcomer(stage, { id: 2, name: 'Aset' });
  await aset.says('/stop');
  const from = now(aset);
  await presses(aset, 'set:announcements');
  expect(story(aset, from)).toMatchInlineSnapshot(`
    "Aset: [Bring announcements back]
    Birge: You will get announcements again.
      [Menu]"
  `);
  expect(await offSince(2)).toBeNull();
});

test('a link that somebody opens does not bring back what they stopped', async () => {
  const madi = await newcomer(stage, { id: 3, name: 'Madi' });
  await madi.says('/stop');
  await madi.starts('go_projects');
  await madi.starts(`r_${'a'.repeat(22)}`);
  expect(await offSince(3)).not.toBeNull();
});

test('/stop in the middle of a form loses nothing of it', async () => {
  const marya = await newcomer(stage, { id: 4, name: 'Marya', language: 'kk' });
  await fillIn(marya, school);
  const from = now(marya);
  await marya.says('/stop');
  await presses(marya, 'go:on');
  expect(story(marya, from)).toMatchInlineSnapshot(`
    "Marya: /stop
    Birge: Жарайды, енді Сізге хабарландыру жібермеймін.

      Мерзімдеріңізді бұрынғыдай еске саламын: рөліңіз аяқталғанша бұл өзгермейді. Хабарландырулар қайта керек болса, /start деп жазыңыз немесе төмендегі «Хабарландырулар қайта келсін» дегенді таңдаңыз.
      [Хабарландырулар қайта келсін]
      [Жалғастыру] [Мәзір]
    Marya: [Жалғастыру]
    Birge: Жауаптарыңыз

      1. Name?: Sidorova Marya
      2. Phone?: +7 701 765 4321
      3. Why?: Because of my neighbour Zarina
      4. Health?: No stairs since the operation
      5. A picture?: сурет: 1

      Бәрі дұрыс па? Керегін өзгертіп, содан кейін жіберіңіз.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [Кейінге қалдыру] [Жіберу]"
  `);
});

test('whoever has agreed to nothing yet can stop announcements, too', async () => {
  const zere = stage.double.person({ id: 5, first_name: 'Zere' });
  await zere.starts();
  await zere.says('/stop');
  expect(await offSince(5)).not.toBeNull();
});

test('in a group it is the way to the private chat, like every command', async () => {
  const seat = stage.double.person({ id: 6, first_name: 'Ali' }).in(stage.double.group({ title: 'Volunteers' }));
  await seat.says('/stop');
  expect(story(seat)).toMatchInlineSnapshot(`
    "Ali: /stop
    Birge: Мен жеке хабарламада сөйлесемін: топта жеке дерек сұралмайды.
      [Жеке жазу ↗]"
  `);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueInvitation } from '../../../src/store/invitations.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fillIn, marya, shortQuestionnaire } from './questionnaire.ts';
import { comesByLink, idOf, newcomer, now, organisation, project, say, story } from './scene.ts';

let stage: Stage;
let qanat: number;
let school: number;
beforeAll(async () => {
  stage = await openStage({ forms: [shortQuestionnaire()] });
  qanat = await organisation(stage, 'Qanat');
  school = await project(stage, qanat, 'School');
});
afterAll(() => stage.close());

const link = () =>
  issueInvitation(
    stage.database.store,
    { kind: 'role', role: 'volunteer', organisation: qanat, project: school },
    { issuedBy: null, uses: 1, days: 30 },
    stage.running.birge.now(),
  );

const nameOf = async (account: number) => {
  const [row] = await stage.database.sql`select name from people where id = ${await idOf(stage, account)}`;
  return row?.['name'] as unknown;
};

test('whoever comes by a link to a role is asked for the name, until it is one', async () => {
  const p = await newcomer(stage, { id: 1, name: 'Gulnar', language: 'kk' });
  const from = now(p);
  await p.starts(await link());
  await p.says('🌸🌸');
  await p.sends.photo();
  await p.says('Г');
  await p.says('Гүлнар'.repeat(20));
  expect(await nameOf(1)).toBe(null);
  await p.says('Жұмабаева   Гүлнар Әлиқызы');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Gulnar: /start r_CODE
    Birge: Аты-жөніңіз кім? Оны осы рөлде Сізбен бірге жұмыс істейтін адамдар көреді.
    Gulnar: 🌸🌸
    Birge: Аты-жөнде әріп болуы керек. Әріппен жазып жіберіңіз.

      Аты-жөніңіз кім? Оны осы рөлде Сізбен бірге жұмыс істейтін адамдар көреді.
    Gulnar: (photo)
    Birge: Хабарламада мәтін жоқ. Жауабыңызды жазып жіберіңіз.

      Аты-жөніңіз кім? Оны осы рөлде Сізбен бірге жұмыс істейтін адамдар көреді.
    Gulnar: Г
    Birge: Мәтін тым қысқа: кемінде 2 таңба керек. Толығырақ жазыңыз.

      Аты-жөніңіз кім? Оны осы рөлде Сізбен бірге жұмыс істейтін адамдар көреді.
    Gulnar: ГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнарГүлнар
    Birge: Мәтін тым ұзын: 120 таңба. Ең көбі — 100 таңба. Қысқартып, қайта жіберіңіз.

      Аты-жөніңіз кім? Оны осы рөлде Сізбен бірге жұмыс істейтін адамдар көреді.
    Gulnar: Жұмабаева   Гүлнар Әлиқызы
    Birge: Қош келдіңіз! Енді Сіздің рөліңіз — волонтер.
      Сізді «School» жобасына шақырды.
      [Сауалнаманы толтыру]
    Birge: Немен айналысамыз?
      [Волонтер болу]
      [Мерзімдерім]
      [Сауалнамаларым]
      [Волонтерлік] [Жастар орталығы]
      [Рөлдерім]
      [Деректерім] [Тіл] [Көмек]"
  `);
  expect(await nameOf(1)).toBe('Жұмабаева Гүлнар Әлиқызы');
});

test('blanks are no name', async () => {
  const p = await newcomer(stage, { id: 4, name: 'Blank' });
  await p.starts(await link());
  await p.says('   ');
  expect(p.last().text).toBe(`${say('problem-empty')}\n\n${say('role-name-ask')}`);
});

test('the next link asks no more', async () => {
  const p = stage.double.person({ id: 1, first_name: 'Gulnar' });
  const from = now(p);
  await p.starts(await link());
  expect(story(p, from)).toContain('Қош келдіңіз!');
  expect(story(p, from)).not.toContain('Аты-жөніңіз кім?');
});

test('whoever sends the questionnaire without a name has it from there, and not before it is sent', async () => {
  const p = await newcomer(stage, { id: 2, name: 'Marya' });
  await fillIn(p, school);
  expect(await nameOf(2)).toBe(null);
  await p.presses(say('form-send'));
  expect(await nameOf(2)).toBe(marya.name);
});

test('a name that is known stays, whatever the questionnaire says', async () => {
  const p = await newcomer(stage, { id: 3, name: 'Marya' });
  await comesByLink(p, await link(), 'Sidorova Mariya');
  await fillIn(p, school);
  await p.presses(say('form-send'));
  expect(await nameOf(3)).toBe('Sidorova Mariya');
});

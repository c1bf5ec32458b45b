import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { testForm } from '../../support/filling.ts';
import { fromFirstMessageToThanks } from './dialogue.ts';
import type { Opening } from './player.ts';
import { onTelegram } from './telegram-player.ts';
import { onTheWeb } from './web-player.ts';
import { onWhatsapp } from './whatsapp-player.ts';

const channels: [string, Opening][] = [
  ['telegram', onTelegram],
  ['web', onTheWeb],
  ['whatsapp', onWhatsapp],
];

describe.each(channels)('on %s', (name, open) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ forms: [testForm('forms/every-type.yaml')] });
  });
  afterAll(() => stage.close());

  test('the dialogue is shown in its way, and what it leaves behind is the same everywhere', async () => {
    const person = await open(stage, 'Айгерим');
    await fromFirstMessageToThanks(person);
    await expect(`${person.transcript()}\n`).toMatchFileSnapshot(`talks/${name}.txt`);
    expect(await leftBehind(stage)).toEqual(expected);
  });
});

const expected = {
  people: [{ language: 'ru', chosen: true, born: '2001-05-14', name: 'Серикова Айгерим', consents: ['self'] }],
  submissions: [{ form: 'volunteer-questionnaire', status: 'submitted' }],
  answers: {
    education: { other: 'Курсы <сварщика> & *токаря*' },
    sex: 'male',
    reasons: ['team', { other: 'Море' }],
    patience: 4,
    hours: 90,
    weight: null,
    full_name: 'Серикова Айгерим',
    nickname: null,
    story: 'Первая строка\nи вторая_строка',
    since: '2026-09-01',
    phone: '+77011234567',
    email: 'aigerim@mail.kz',
    card: '012345678',
    ready: true,
    photo: [{ kind: 'photo', file: '1' }],
    papers: [{ kind: 'document', file: '2' }],
  },
  files: ['application/pdf', 'image/png'],
};

/** Everything that is stored of the only person there is. */
async function leftBehind(stage: Stage): Promise<unknown> {
  const { sql } = stage.database;
  const people = await sql`
    select p.language, p.language_chosen as chosen, p.born_on::text as born, p.name,
      (select array_agg(how) from consents where person_id = p.id) as consents from people p`;
  const submissions = await sql`select form, status from submissions`;
  const answers = await sql<{ question: string; value: unknown }[]>`select question, value from answers`;
  const files = await sql<{ mime: string }[]>`select mime from files order by mime`;
  return {
    people: [...people],
    submissions: [...submissions],
    answers: Object.fromEntries(answers.map(({ question, value }) => [question, value])),
    files: files.map(({ mime }) => mime),
  };
}

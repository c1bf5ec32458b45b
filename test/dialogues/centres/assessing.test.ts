import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Player } from '../../channels/suite/player.ts';
import { onTheWeb } from '../../channels/suite/web-player.ts';
import { openWhatsappOn } from '../../channels/suite/whatsapp-player.ts';
import { criteriaFor } from '../../../src/label/instrument.ts';
import type { CentreKind } from '../../../src/rules/label-codes.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, said } from '../../support/filling.ts';
import { now, presses, story } from '../people/scene.ts';
import { markFor, opensCriterion, pressesAll, standing, submissionOf, works, worksBy } from './assessing-scene.ts';
import { centreOf, labelStage } from './scene.ts';

/* One begins in Telegram and is interrupted in every way; a week later a colleague goes on elsewhere and finishes. */

let stage: Stage;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());

const answers = (person: Person, numbers: readonly number[]) => pressesAll(person, ...numbers.map(markFor));

/** What the content says wherever a level stands, so that a talk shows only where it stands. */
function told(talk: string): string {
  const { kk, ru } = stage.running.birge.label.estimate.note;
  return talk.replaceAll(kk, '(the note)').replaceAll(ru, '(the note)');
}

/** What the first of the two answers, in this order. */
const byTheFirst = [20, 21, 22, 23, 24, 25, 1, 2, 3, 4, 35];

/** Criterion 3 with its texts, the beginning of 1, one of 5; with a pause, the menu, another process, a week in between. */
async function begins(person: Person, centre: number): Promise<string> {
  await person.says('/menu');
  await presses(person, 'jb:home');
  fromHere(person);
  await presses(person, `jb:as:${centre}`);
  await opensCriterion(person, 3);
  await answers(person, [20, 21]);
  const beginning = said(person);
  await answers(person, [22, 23, 24, 25]);
  await person.says('Жастар көбейді <b> & 🙂');
  await pressesAll(person, 'skip');
  await opensCriterion(person, 1);
  await answers(person, [1, 2]);
  await pressesAll(person, 'pause');
  await person.says('/menu');
  await presses(person, 'go:on');
  await answers(person, [3]);
  stage.setClock('2026-11-29T06:00:00Z');
  await stage.restart();
  // The button of a message from a week ago; the process that asked is no more.
  await answers(person, [4]);
  await pressesAll(person, 'overview:change');
  await opensCriterion(person, 5);
  await answers(person, [35]);
  fromHere(person);
  await pressesAll(person, 'overview:change');
  return told(`${beginning}\n…\n${said(person)}\n`);
}

/** What the other one writes where nothing can be pressed. */
interface Written {
  yes: string;
  not_fully: string;
  no: string;
  skip: string;
  send: string;
  sure: string;
}

/** Answers all that is left, criterion by criterion, and finishes. Gives the talk: its beginning and its last steps. */
async function finishes(player: Player, centre: number, kind: CentreKind, written: Written): Promise<string> {
  const from = player.transcript().length + 1;
  await player.picks(`jb:as:${centre}`, '1');
  const left = criteriaFor(stage.running.birge.label, kind).map(({ number, indicators }) => ({
    criterion: number,
    open: indicators.map((indicator) => indicator.number).filter((one) => !byTheFirst.includes(one)),
  }));
  let beginning = '';
  for (const { criterion, open } of left) {
    if (open[0] === undefined) continue;
    await player.picks(`i${open[0]}_mark:change`, String(criterion));
    for (const number of open) {
      await player.picks(markFor(number), written[markFor(number)]);
      beginning ||= player.transcript().slice(from);
    }
    await player.picks('skip', written.skip);
    if (criterion < left.length) await player.picks('skip', written.skip);
  }
  const last = player.transcript().length + 1;
  await player.picks('skip', written.skip);
  await player.picks('send', written.send);
  await player.picks('sure', written.sure);
  return told(`${beginning}\n…\n${player.transcript().slice(last)}\n`);
}

/** Every mark is there, each with whose it is, and of the texts also those that were skipped. */
async function expectAllStored(submission: number, count: number, first: string, second: string): Promise<void> {
  const { c3_trends: trends, c3_difficult: difficult, c7_trends: skipped, ...all } = await standing(stage, submission);
  expect([trends, difficult, skipped]).toEqual([
    ['Жастар көбейді <b> & 🙂', first],
    [null, first],
    [null, second],
  ]);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const marks = numbers.map((number) => [markFor(number), byTheFirst.includes(number) ? first : second]);
  expect(numbers.map((number) => all[`i${number}_mark`])).toEqual(marks);
  expect(Object.keys(all).filter((id) => id.endsWith('_mark'))).toHaveLength(count);
}

/** Whoever was still at the criteria learns that it is finished, and sees the result. */
async function expectFinished(person: Person, submission: number, words: string): Promise<void> {
  const from = now(person);
  await pressesAll(person, 'i12_mark:change');
  await person.pressesData(`jb:res:${submission}`, person.last());
  expect(story(person, from)).toContain(words);
  const [row] = await stage.database
    .sql`select status, submitted_at is not null as at from submissions where id = ${submission}`;
  expect(row).toEqual({ status: 'submitted', at: true });
}

test('a regional centre: 48 indicators, begun in Telegram and finished in WhatsApp', async () => {
  const centre = await centreOf(stage, { kind: 'regional', name: 'Жамбыл облысының ЖРО' });
  const aigul = await works(stage, { id: 1, name: 'Айгүл', language: 'kk' }, centre, 'head');
  await expect(await begins(aigul, centre)).toMatchFileSnapshot('talks/assessing-kk.txt');
  const dana = await openWhatsappOn(stage, 'Дана');
  await worksBy(dana, stage, 'Дана', centre, 'kk');
  await dana.says('/menu');
  await dana.says('Жастар орталығы');
  const written = { yes: 'Иә', not_fully: 'толық емес', no: '3', skip: 'Өткізіп жіберу', send: 'Аяқтау', sure: '1' };
  const talk = await finishes(dana, centre, 'regional', written);
  await expect(talk).toMatchFileSnapshot('talks/assessing-whatsapp-kk.txt');
  const submission = await submissionOf(stage, centre);
  await expectAllStored(submission, 48, 'Айгүл', 'Дана');
  await expectFinished(aigul, submission, 'Аяқталған күні: 29.11.2026. Жауап берілгені: 48/48');
});

test('a district centre: 44 indicators, begun in Telegram and finished on the web', async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  const centre = await centreOf(stage, { kind: 'district', name: 'МРЦ Меркенского района' });
  const marat = await works(stage, { id: 2, name: 'Марат', language: 'ru' }, centre, 'coordinator');
  await expect(await begins(marat, centre)).toMatchFileSnapshot('talks/assessing-ru.txt');
  const saule = await onTheWeb(stage, 'Сауле');
  await worksBy(saule, stage, 'Сауле', centre, 'ru');
  await saule.says('/menu');
  await saule.picks('jb:home', '');
  const written = { yes: '', not_fully: '', no: '', skip: '', send: '', sure: '' };
  const talk = await finishes(saule, centre, 'district', written);
  await expect(talk).toMatchFileSnapshot('talks/assessing-web-ru.txt');
  const submission = await submissionOf(stage, centre);
  await expectAllStored(submission, 44, 'Марат', 'Сауле');
  await expectFinished(marat, submission, 'Завершена 29.11.2026. Ответов: 44 из 44');
});

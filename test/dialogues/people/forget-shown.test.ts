import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { FileMissing } from '../../../src/store/files/file-store.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { pdf, png } from '../../support/sent-files.ts';
import { openWeb } from '../../support/web-page.ts';
import type { Visitor } from '../../support/web-page.ts';
import { makesAgreement, pressesEnd } from '../volunteers/agreement-scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from '../volunteers/scene.ts';
import { works } from '../volunteers/thanks-scene.ts';
import { appoint, idOf, presses } from './scene.ts';

/* What a coordinator's web chat shows of a volunteer goes when the volunteer does, or when what they sent is taken away. */

let stage: Stage;
let web: Awaited<ReturnType<typeof openWeb>>;
let school: { organisation: number; project: number };
let gulnar: Visitor;
let stays: Awaited<ReturnType<typeof volunteerOf>>;
beforeAll(async () => {
  stage = await volunteerStage();
  web = await openWeb(stage);
  school = await projectOf(stage);
  gulnar = await web.visitor();
  await gulnar.says('/start');
  await gulnar.presses('w:lang:ru');
  await gulnar.presses('w:agree');
  await gulnar.says('14.05.1990');
  await stage.database.sql`update people set name = 'Гүлнар' where id = ${await idOf(stage, gulnar.account)}`;
  await appoint(stage, gulnar.account, 'coordinator', school);
  await stage.database.sql`update memberships set project_id = null where role = 'coordinator'`;
  stays = await volunteerOf(stage, { id: 9, name: 'Болат Қалады', language: 'ru' }, school);
});
afterAll(async () => {
  await web.close();
  await stage.close();
});

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

/** Asked for a paper, they send a photo and a document. */
async function sendsPaper(who: Awaited<ReturnType<typeof volunteerOf>>, mark: string): Promise<void> {
  await gulnar.presses(`vol:pap:ask:${who.enrolment}:criminal_record`);
  await stage.catchUp();
  await pressesEnd(who.person, await paperButton(who.id));
  await who.person.sends.photo(png(700 + mark.length));
  await who.person.sends.document(pdf(mark), 'two.pdf', 'application/pdf');
  await pressesEnd(who.person, ':done');
  await pressesEnd(who.person, ':send');
  await stage.catchUp();
}

async function paperButton(person: number): Promise<string> {
  const [paper] = await stage.database.sql`select id from papers where person_id = ${person} order by id desc limit 1`;
  return `vol:pap:send:${paper?.['id']}`;
}

/** The keys of files that the page shows now. */
const filesShown = async (): Promise<string[]> =>
  (await gulnar.page()).flatMap(({ body }) => (body.file === undefined ? [] : [body.file.key]));

const kept = async (keys: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const key of keys) {
    const bytes = await stage.running.birge.files.get(key).catch((error: unknown) => {
      if (error instanceof FileMissing) return undefined;
      throw error;
    });
    if (bytes !== undefined) found.push(key);
  }
  return found;
};

/** How many of the page's messages have these words in them. */
const telling = async (words: RegExp): Promise<number> =>
  (await gulnar.page()).filter(({ body }) => words.test(JSON.stringify(body))).length;

const aselsWords = /Әсел|Кетер|870112|Төле би|041234567|Мұғалім/;

test('card, papers, agreement, diary, certificate and lists go from the page with the volunteer, and their bytes', async () => {
  const asel = await volunteerOf(stage, { id: 2, name: 'Әсел Кетер', language: 'ru' }, school);
  await works(stage, asel.id, school.project);
  const deed = await deedBySql(stage, {
    person: asel.id,
    project: school.project,
    on: '2026-11-20',
    achieved: 'Мұғалім',
  });
  await makesAgreement(asel.person, asel.enrolment);
  await stage.catchUp();
  await sendsPaper(asel, 'asel');
  const [photo] = await stage.database.sql`select min(id)::int as id from files where owner_person = ${asel.id}`;
  await stage.database.sql`update deeds set photo_id = ${Number(photo?.['id'])} where id = ${deed}`;
  const { enrolment } = asel;
  await gulnar.presses(`vol:v:${stays.enrolment}`);
  await gulnar.presses(`vol:v:${enrolment}`);
  await gulnar.presses(`vol:pap:${enrolment}`);
  await gulnar.presses(`vol:pap:open:${enrolment}:criminal_record`);
  await gulnar.presses(`vol:agc:${enrolment}`);
  await gulnar.presses(`vol:agc:file:${enrolment}`);
  await gulnar.pressesLike(/^vol:agc:\d+$/);
  await gulnar.pressesLike(/^vol:agc:sign/);
  await gulnar.says('/menu');
  await gulnar.presses(`vol:vd:${enrolment}`);
  await gulnar.presses(`vol:deed:${deed}`);
  await gulnar.presses(`vol:deed:${deed}:photo`);
  await gulnar.presses(`vol:reps:${school.project}`);
  await gulnar.presses(`vol:conf:${school.project}`);
  await gulnar.presses(`vol:thank:${enrolment}`);
  await gulnar.presses(`vol:thank:${enrolment}:all`);
  await gulnar.pressesLike(/:give:/);
  await gulnar.presses(`vol:vols:${school.project}`);
  await gulnar.presses(`vol:vols:${school.project}::x`);
  await gulnar.presses(`vol:end:${enrolment}`);
  await gulnar.says('/menu');
  const shown = await filesShown();
  expect([shown.length, (await kept(shown)).length]).toEqual([6, 6]);
  expect(await telling(aselsWords)).toBeGreaterThan(12);
  await asel.person.says('/forget');
  await presses(asel.person, 'forget:again');
  await presses(asel.person, 'forget:now');
  expect([await telling(aselsWords), await filesShown()]).toEqual([0, []]);
  expect(
    await stage.database.sql`select 1 from page_messages where body->'tellsOf' @> ${String(asel.id)}::jsonb`,
  ).toEqual([]);
  await stage.catchUp();
  expect(await kept(shown)).toEqual([]);
  // Whoever stays is still shown where nobody else was.
  expect(await telling(/Болат Қалады/)).toBe(1);
});

test('a paper that is taken away, or not needed after all, goes from the page with its bytes', async () => {
  for (const [act, id] of [
    ['take', 3],
    ['drop', 4],
  ] as const) {
    const who = await volunteerOf(stage, { id, name: `Сәуле ${act}`, language: 'ru' }, school);
    await sendsPaper(who, `${act} it`);
    await gulnar.presses(`vol:pap:open:${who.enrolment}:criminal_record`);
    const shown = await filesShown();
    expect([shown.length, (await kept(shown)).length]).toEqual([2, 2]);
    if (act === 'take') await gulnar.pressesLike(/^vol:pap:ok/);
    await gulnar.presses(`vol:pap:${act}:${who.enrolment}:criminal_record:yes`);
    expect(await filesShown()).toEqual([]);
    await stage.catchUp();
    expect(await kept(shown)).toEqual([]);
    expect(await telling(new RegExp(`Сәуле ${act}`))).toBeGreaterThan(0);
  }
});

test('what is opened at the moment of erasing is not kept', async () => {
  const who = await volunteerOf(stage, { id: 5, name: 'Дәурен Кетті', language: 'ru' }, school);
  const chat = await idOfChat(gulnar.account);
  await who.person.says('/forget');
  await presses(who.person, 'forget:again');
  await presses(who.person, 'forget:now');
  const late = [{ id: 9e15, from: 'birge', at: '2026-11-22T06:00:00Z', body: { text: ['Дәурен'], tellsOf: [who.id] } }];
  await stage.database.sql`select keep_page(${chat}, ${stage.database.sql.json(late)})`;
  expect(await telling(/Дәурен/)).toBe(0);
});

async function idOfChat(account: number): Promise<number> {
  const [chat] = await stage.database.sql`select id::int from chats where external_id = ${String(account)}`;
  return Number(chat?.['id']);
}

test('Telegram is told nothing of it', async () => {
  const serik = await coordinatorOf(
    stage,
    { id: 6, name: 'Серік', language: 'ru' },
    { organisation: school.organisation },
  );
  const calls = vi.spyOn(stage.double, 'call');
  await opens(serik, `vol:v:${stays.enrolment}`);
  await opens(serik, `vol:vols:${school.project}:x`);
  await opens(serik, `vol:vols:${school.project}::x`);
  await opens(serik, `vol:end:${stays.enrolment}`);
  const sent = calls.mock.calls.filter(([method]) => method.startsWith('send'));
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.filter(([, payload]) => 'birge' in payload)).toEqual([]);
  calls.mockRestore();
});

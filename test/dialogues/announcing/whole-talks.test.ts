import { afterAll, beforeAll, expect, test } from 'vitest';
import { putLetter } from '../../../src/announcing/into-chat.ts';
import { sharedFile } from '../../../src/announcing/shared-files.ts';
import { readCampaign } from '../../../src/store/campaigns/campaign.ts';
import type { Language } from '../../../src/store/talks.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, organisation, presses, project, story } from '../people/scene.ts';
import { member, organisationOf, roleStage } from '../roles/scene.ts';
import { crowd, fair, fairRu, group } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await roleStage();
});
afterAll(() => stage.close());

/** Somebody with a role who reads this language; the talk so far is forgotten. */
async function speaks(
  language: Language,
  who: { id: number; name: string },
  role: string,
  at: number,
): Promise<{ person: Person; from: number }> {
  const person = await member(stage, who, role, { organisation: at });
  await stage.database.sql`update people set language = ${language} where id = ${await idOf(stage, who.id)}`;
  return { person, from: person.chat.events.length };
}

test('a coordinator announces a fair with a picture, in Kazakh', async () => {
  const qanat = await organisation(stage, 'Қанат');
  const school = await project(stage, qanat, 'Ауыл мектебі');
  for (const title of ['Ерікті студенттер', 'Репетиторлар']) await group(stage, qanat, title, { tags: ['студенттер'] });
  await group(stage, qanat, 'Ата-аналар', { tags: ['ата-аналар'] });
  await member(stage, { id: 11, name: 'Вера' }, 'volunteer', { organisation: qanat, project: school });
  const { person, from } = await speaks('kk', { id: 10, name: 'Айгерім' }, 'coordinator', qanat);
  await person.says('/menu');
  await presses(person, 'ann:new');
  await person.presses('Қанат');
  await person.presses('Іс-шара');
  await person.says(fair);
  await person.says(fairRu);
  await person.sends.photo();
  await person.presses('Жіберу');
  await person.presses('Батырмасы');
  await person.presses('Ауыл мектебі');
  await person.presses('Қалай көрінеді');
  await presses(person, `ann:1`);
  await person.presses('Өзіме жіберу');
  await person.presses('Хабарландыруға оралу', person.last());
  await person.presses('Кімге');
  await presses(person, 'ann:1:aud:groups');
  await person.presses('студенттер');
  await person.presses('Артқа', person.last());
  await presses(person, 'ann:1:aud:people');
  await person.presses('волонтер');
  await person.presses('Артқа', person.last());
  await person.presses('Хабарландыруға оралу', person.last());
  await person.presses('Қашан');
  await person.presses('Ертең 10:00');
  await person.presses('Жіберу…');
  await person.presses('Иә, жіберу');
  await person.presses('Хабарландыруға оралу', person.last());
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/announcing-kk.txt');
});

test('what another messenger gets can be shown here, too: its own id of the picture is left alone', async () => {
  const { birge, apis } = stage.running;
  const shown = await readCampaign(birge.store, 1);
  const [[here, api] = []] = apis;
  if (shown === null || shown.file === null || here === undefined || api === undefined) throw new Error('no picture');
  const elsewhere = here + 1;
  // It has gone to somebody there before.
  const taken = { photo: [{ file_id: 'known there alone' }] };
  await sharedFile(birge.files, elsewhere, shown.file.path).send('fair.png', async () => taken);
  const readers = { language: 'kk', chatKind: 'private', channel: elsewhere } as const;
  expect(await putLetter(birge, api, { id: 10, here }, shown, readers)).toBe(true);
});

test('a head announces something urgent to many at night, and a coordinator agrees, in Russian', async () => {
  const centre = await organisationOf(stage, 'mobility-centre', 'Центр');
  await crowd(stage, centre, 501);
  const first = await speaks('ru', { id: 20, name: 'Гульнара' }, 'head', centre);
  const second = await speaks('ru', { id: 21, name: 'Сауле' }, 'coordinator', centre);
  stage.setClock('2026-11-22T17:00:00Z');
  const { person } = first;
  await person.says('/menu');
  await presses(person, 'ann:new');
  await person.presses('Центр');
  await person.presses('Другое');
  await person.says(
    'Ертең, 23 қарашада, боранға байланысты орталық жабық. Сұрақтар: +7 701 000 00 00. Үйде болыңыздар!',
  );
  await person.says('Завтра, 23 ноября, из-за бурана центр закрыт. Вопросы: +7 701 000 00 00. Оставайтесь дома!');
  await person.presses('Пропустить');
  await person.presses('Отправить');
  await person.presses('Кому');
  await person.presses('Люди: нет');
  await person.presses('все');
  await person.presses('Назад', person.last());
  await person.presses('К объявлению', person.last());
  await person.presses('Когда');
  await person.presses('Срочное объявление');
  await person.says('Буран: утром люди уже будут в пути');
  await person.presses('Отправить…');
  await person.presses('Да, отправить');
  await stage.catchUp();
  await second.person.presses('Даю согласие');
  await expect(`${story(person, first.from)}\n\n* * *\n\n${story(second.person, second.from)}\n`).toMatchFileSnapshot(
    'talks/announcing-ru.txt',
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../flows/commands.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { child, codeShown, newcomer, now, organisation, presses, project, say, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('under 18 only a name is asked for, and a link for a parent is given', async () => {
  const p = await newcomer(stage, { id: 1, name: 'Әлия', language: 'kk', bornOn: '23.11.2008' });
  const from = p.transcript().indexOf('Әлия: 23.11.2008');
  await p.says('🌸');
  await p.sends.photo();
  await p.says('Серік <b>Әлия</b> & Co');
  expect(story(p).slice(from)).toMatchInlineSnapshot(`
    "Әлия: 23.11.2008
    Birge: 18 жасқа толмағандар үшін ата-анасы немесе заңды өкілі келісім беруі керек. Оған дейін тек есіміңізді, туған күніңізді және тіліңізді сақтаймын.

      Есіміңіз кім? Ата-анаңыз сілтемені ашқанда осы есімді көреді.
    Әлия: 🌸
    Birge: Аты-жөнде әріп болуы керек. Әріппен жазып жіберіңіз.

      Есіміңіз кім? Ата-анаңыз сілтемені ашқанда осы есімді көреді.
    Әлия: (photo)
    Birge: Хабарламада мәтін жоқ. Жауабыңызды жазып жіберіңіз.

      Есіміңіз кім? Ата-анаңыз сілтемені ашқанда осы есімді көреді.
    Әлия: Серік <b>Әлия</b> & Co
    Birge: Мына сілтемені ата-анаңызға немесе заңды өкіліңізге жіберіңіз. Ол 14 күн жарамды және бір рет қана істейді. Ата-анаңыз келісім беретінін қағазға жазып, қол қойған болса, сілтемені үйлестірушіге жіберіңіз.

      https://t.me/birge_bot?start=g_CODE

      Ата-анаңыздың немесе заңды өкіліңіздің келісім беруін күтіп тұрмын. Келісім берілген бойда Сізге жазамын. Туған күніңізді қате жазсаңыз, дұрысын осында жіберіңіз.
      [Жаңа сілтеме алу]"
  `);
  const [row = {}] = await stage.database.sql`
    select p.* from people p join identities i on i.person_id = p.id where i.external_id = '1'`;
  const { id: _id, ...kept } = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  expect(kept).toEqual({
    name: 'Серік <b>Әлия</b> & Co',
    born_on: new Date('2008-11-23'),
    language: 'kk',
    language_chosen: true,
    example: false,
    created_at: new Date('2026-11-22T06:00:00Z'),
  });
  // Their own word is withdrawn: it does not count.
  expect(await stage.database.sql`select how, withdrawn_at is not null as withdrawn from consents`).toEqual([
    { how: 'self', withdrawn: true },
  ]);
  expect(
    await stage.database.sql`
    select kind, uses_left, expires_at, role, code_hash like '%' || ${codeShown(p)} || '%' as readable from invitations`,
  ).toEqual([
    { kind: 'guardian', uses_left: 1, expires_at: new Date('2026-12-06T06:00:00Z'), role: null, readable: false },
  ]);
});

/** Everything that a button of the menu, a form, a card or an invitation can mean. */
const buttons = [
  'go:menu go:on go:projects go:projects:5 go:project:1 go:pool go:anew go:anew:1 go:forms go:view:1 go:draft:1',
  'go:received card:1 card:1:more go:new-organisation go:new-project go:new-project:1 go:invite go:invite:1',
  'invite:1:volunteer:1 q:abcdef:1:phone:skip w:agree w:decline nonsense',
].flatMap((line) => line.split(' '));

test('until a parent agrees every command, button and message of the child leads back to waiting', async () => {
  await project(stage, await organisation(stage, 'Qanat'), 'School');
  const p = await child(stage, { id: 2, name: 'Aliya' });
  const waiting = `Birge: ${say('guardian-waiting')}\n  [${say('guardian-new-link')}]`;
  const astray: string[] = [];
  const told = async (what: string, act: () => Promise<unknown>) => {
    const from = now(p);
    await act();
    const answer = p.transcript(from).split('\n').slice(1).join('\n');
    if (answer !== waiting) astray.push(`${what}\n${answer}`);
  };
  const leading = commands.filter((command) => !['language', 'mydata', 'forget', 'help', 'stop'].includes(command));
  for (const command of [...leading, 'start', 'start abc', 'unknown']) {
    await told(command, () => p.says(`/${command}`));
  }
  for (const data of buttons) await told(data, () => p.pressesData(data, p.last()));
  await told('text', () => p.says('I am 19, really'));
  await told('photo', () => p.sends.photo());
  await told('contact', () => p.sharesContact());
  await told('sticker', () => p.sends.sticker());
  expect(astray).toEqual([]);
  const personal = await stage.database.sql`
    select (select count(*) from submissions)::int as forms, (select count(*) from answers)::int as answers,
      (select count(*) from files)::int as files, (select count(*) from memberships)::int as roles`;
  expect(personal).toEqual([{ forms: 0, answers: 0, files: 0, roles: 0 }]);
});

test('language, help, own data and erasing are open to a child too', async () => {
  const p = await child(stage, { id: 3, name: 'Dana' });
  const from = now(p);
  await p.says('/help');
  await presses(p, 'go:menu');
  await p.says('/language');
  await presses(p, 'set:lang:ru');
  await p.says('/mydata');
  await p.says('/forget');
  await presses(p, 'forget:again');
  await presses(p, 'forget:now');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Dana: /help
    Birge: We fill in the questionnaire together, and I save every answer at once: you can stop at any moment and go on a week later.

      • “Back” returns to the question before, and old buttons work too.
      • /deadlines – what you have to do and by when; I remind you in good time.
      • “Volunteering” (in the menu) – your projects and certificates; /diary – the diary of good deeds.
      • “Youth centre” (in the menu) – a centre's self-assessment, action plan and application for the quality label.
      • /menu – menu, /language – language, /cancel – pause.
      • /mydata – everything kept about you, /forget – erase everything.
      • /stop – no announcements, /start – bring them back.
      [Menu]
    Dana: [Menu]
    Birge: I am waiting for the consent of a parent or legal representative and will write to you as soon as it is there. If you mistyped your birth date, write the right one here.
      [Get a new link]
    Dana: /language
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]
    Dana: [Русский]
    Birge: Язык изменён.

      Жду согласия родителя или законного представителя. Как только оно придёт, напишу вам. Если вы ошиблись в дате рождения, напишите здесь правильную.
      [Получить новую ссылку]
    Dana: /mydata
    Birge: (document birge-my-data.json) В этом файле всё, что о вас хранится.
    Birge: Отправленные вами файлы, если они были, тоже здесь. Удалить всё: /forget
      [Меню]
    Dana: /forget
    Birge: Данные о вас будут удалены: ответы, файлы, роли, дневник, этот разговор. Выданные вам сертификаты станут недействительны. Останется только запись без имени о том, что вы давали согласие и кто открывал данные. Вернуть их будет нельзя. Продолжить?
      [Да, удалить]
      [Нет, оставить]
    Dana: [Да, удалить]
    Birge: Спрашиваю последний раз: удалить всё навсегда?
      [Да, удалить навсегда]
      [Нет, оставить]
    Dana: [Да, удалить навсегда]
    Birge: Всё удалено. Спасибо, что были с нами! Если напишете снова, познакомимся с начала."
  `);
  expect(await stage.database.sql`select 1 from identities where external_id = '3'`).toEqual([]);
  expect(await stage.database.sql`select 1 from people where name like 'Dana%'`).toEqual([]);
  const after = now(p);
  await p.says('hi');
  expect(story(p, after)).toContain('Choose your language.');
});

test('the bot goes on asking for the name when the child leaves the question', async () => {
  const p = await newcomer(stage, { id: 4, name: 'Timur', bornOn: '01.01.2010' });
  const from = now(p);
  await p.says('/menu');
  await p.says('/help');
  await presses(p, 'go:menu');
  await p.says('Timur');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Timur: /menu
    Birge: What is your name? Your parent will see it when they open the link.
    Timur: /help
    Birge: We fill in the questionnaire together, and I save every answer at once: you can stop at any moment and go on a week later.

      • “Back” returns to the question before, and old buttons work too.
      • /deadlines – what you have to do and by when; I remind you in good time.
      • “Volunteering” (in the menu) – your projects and certificates; /diary – the diary of good deeds.
      • “Youth centre” (in the menu) – a centre's self-assessment, action plan and application for the quality label.
      • /menu – menu, /language – language, /cancel – pause.
      • /mydata – everything kept about you, /forget – erase everything.
      • /stop – no announcements, /start – bring them back.
      [Menu]
    Timur: [Menu]
    Birge: What is your name? Your parent will see it when they open the link.
    Timur: Timur
    Birge: Send this link to a parent or legal representative. It works once, within 14 days. If a parent has signed a consent on paper, send the link to your coordinator.

      https://t.me/birge_bot?start=g_CODE

      I am waiting for the consent of a parent or legal representative and will write to you as soon as it is there. If you mistyped your birth date, write the right one here.
      [Get a new link]"
  `);
});

test('somebody of age who mistyped the year corrects it, and is asked themselves', async () => {
  const p = await newcomer(stage, { id: 9, name: 'Дана', language: 'kk', bornOn: '14.05.2012' });
  await p.says('Үлгі Дана');
  const from = p.transcript().length;
  await p.says('14.05.2002');
  expect(p.transcript().slice(from)).toContain('Деректеріңізді сақтауға');
  await p.presses('Келісемін');
  expect(p.last().text).toBe('Немен айналысамыз?');
});

import type { Message, Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../src/channels/channel.ts';
import { understand } from '../../../src/channels/whatsapp/understand.ts';
import { isWalking } from '../../../src/screens/walking.ts';

const from = { id: 77011234567, is_bot: false, first_name: '' };
const chat = { id: 77011234567, type: 'private' as const, first_name: '' };

function said(text: string, quoted?: number, entities?: Message['entities']): Update {
  const message: Message = { message_id: 900, date: 1_790_000_000, chat, from, text, ...(entities && { entities }) };
  const reply = { reply_to_message: { message_id: quoted ?? 0, date: 0, chat } };
  return { update_id: 900, message: { ...message, ...(quoted !== undefined && reply) } as Message } as Update;
}

/** What an update means, in short: `7 yes` (data pressed under message 7), a command, or the text. */
function meaning(update: Update): string {
  const { callback_query: press, message } = update;
  if (press) return `${press.message?.message_id} ${press.data}`;
  const command = message?.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0);
  return command ? `command ${message?.text}` : `text ${message?.text}`;
}

const read = (text: string, offers: Offer[], quoted?: number) =>
  meaning(understand(said(text, quoted), offers, isWalking));

const offer = (message: number, options: Record<string, string>, letters = false): Offer => ({
  message,
  letters,
  at: 0,
  options: Object.entries(options).map(([text, data]) => ({ text, data })),
});

const q = (act: string) => `q:1a2b3c:2f:drives:${act}`;
const walking = { Назад: q('back'), 'Оставить как есть': q('keep'), Пропустить: q('skip'), Отложить: q('pause') };
const question = offer(10, { 'Да, вожу': q('yes'), '✓ Нет': q('no'), '🚗 Другое…': q('other'), ...walking });
const scale = offer(11, Object.fromEntries(['1', '2', '✓ 3', '4', '5'].map((text) => [text, q(text.slice(-1))])));
const overview = offer(12, { '✎ 26': 'q:1:1:a:change', '✎ 27': 'q:1:1:b:change', Отправить: 'q:1:1:overview:send' });
const page = offer(13, { '11. Отчёт': 'due:111', '12. План': 'due:112', 'Дальше ▸': 'go:deadlines:12' });
const free = offer(20, walking);
const bare = offer(21, {});
const notice = offer(30, { Сделано: 'due:5:done', 'Напомнить завтра': 'due:5:later', Меню: 'go:menu' }, true);
const digest = offer(31, { '1. Отчёт': 'due:1', '2. План': 'due:2' }, true);

describe('a number', () => {
  test.each<[string, Offer[], string]>([
    ['1', [question], `10 ${q('yes')}`],
    [' 2 ', [question], `10 ${q('no')}`],
    ['3.', [question], `10 ${q('other')}`],
    ['3)', [question], `10 ${q('other')}`],
    ['2️⃣', [question], `10 ${q('no')}`],
    ['２', [question], `10 ${q('no')}`],
    // Back, skip and later have no number.
    ['4', [question], 'text 4'],
    ['0', [question], 'text 0'],
    // Two at once are neither a press nor words.
    ['1 2', [question], 'text undefined'],
    ['1, 2', [question], 'text undefined'],
    ['12.05.2001', [question], 'text 12.05.2001'],
    ['2001', [question], 'text 2001'],
    // Labels that are numbers are meant by them.
    ['3', [scale], `11 ${q('3')}`],
    ['6', [scale], 'text 6'],
    ['27', [overview], '12 q:1:1:b:change'],
    ['1', [overview], 'text 1'],
    ['12', [page], '13 due:112'],
    ['13', [page], '13 go:deadlines:12'],
    // At a free question a number is the answer, and never presses what was asked before.
    ['1', [free, question], 'text 1'],
    ['1', [bare, question], 'text 1'],
    ['1', [], 'text 1'],
    // A notice in between does not take the number away from the question.
    ['1', [notice, question], `10 ${q('yes')}`],
    ['1', [digest, free, question], 'text 1'],
    ['1', [notice], 'text 1'],
    // A question that is shown again has taken the older one's place.
    ['3', [scale, question], `11 ${q('3')}`],
  ])('%j', (text, offers, meant) => {
    expect(read(text, offers)).toBe(meant);
  });
});

describe('a letter', () => {
  test.each<[string, Offer[], string]>([
    ['A', [notice, question], '30 due:5:done'],
    ['b', [notice, question], '30 due:5:later'],
    ['b.', [notice], '30 due:5:later'],
    // Cyrillic А, В that look like Latin ones, and Б.
    ['А', [notice], '30 due:5:done'],
    ['в', [notice], '30 due:5:later'],
    ['Б', [notice], '30 due:5:later'],
    // What only leads on has no letter, and there is no third option.
    ['C', [notice], 'text C'],
    ['С', [notice], 'text С'],
    ['AB', [notice], 'text AB'],
    // After a question a letter is an answer.
    ['A', [question, notice], 'text A'],
    ['A', [free, notice], 'text A'],
    ['A', [bare, notice], 'text A'],
    ['A', [], 'text A'],
    // The newest of two notices.
    ['A', [digest, notice], '31 due:1'],
  ])('%j', (text, offers, meant) => {
    expect(read(text, offers)).toBe(meant);
  });
});

describe('the words of a label', () => {
  test.each<[string, Offer[], string]>([
    ['Да, вожу', [question], `10 ${q('yes')}`],
    ['да вожу!', [question], `10 ${q('yes')}`],
    ['НЕТ', [question], `10 ${q('no')}`],
    ['другое', [question], `10 ${q('other')}`],
    ['пропустить', [question], `10 ${q('skip')}`],
    ['Оставить как есть', [question], `10 ${q('keep')}`],
    ['отправить', [overview], '12 q:1:1:overview:send'],
    ['да', [question], 'text да'],
    ['Да, вожу', [bare, question], 'text Да, вожу'],
    // What was said last first, then the talk's question.
    ['сделано', [notice, question], '30 due:5:done'],
    ['пропустить', [notice, question], `10 ${q('skip')}`],
    ['меню', [notice, question], '30 go:menu'],
    // Signs alone say nothing; labels that differ in signs only are told apart by their numbers.
    ['✓', [question], 'text ✓'],
    ['C', [offer(1, { 'C++': 'a', 'C#': 'b' })], 'text C'],
    ['2', [offer(1, { 'C++': 'a', 'C#': 'b' })], '1 b'],
  ])('%j', (text, offers, meant) => {
    expect(read(text, offers)).toBe(meant);
  });
});

describe('back', () => {
  test.each<[string, Offer[], string]>([
    ['артқа', [question], `10 ${q('back')}`],
    ['Назад', [question], `10 ${q('back')}`],
    ['BACK', [question], `10 ${q('back')}`],
    ['<', [question], `10 ${q('back')}`],
    ['back.', [notice, question], `10 ${q('back')}`],
    ['<', [offer(14, { Сегодня: 'due:5:on:2026-11-22', Артқа: 'due:5' })], '14 due:5'],
    ['2', [offer(14, { Сегодня: 'due:5:on:2026-11-22', Артқа: 'due:5' })], 'text 2'],
    // Nowhere to go back to: it is a text.
    ['назад', [scale], 'text назад'],
    ['<', [bare, question], 'text <'],
    ['back', [], 'text back'],
    ['<<', [question], 'text <<'],
  ])('%j', (text, offers, meant) => {
    expect(read(text, offers)).toBe(meant);
  });
});

describe('a reply that quotes', () => {
  const offers = [scale, notice, question];
  test.each<[string, number, string]>([
    ['1', 10, `10 ${q('yes')}`],
    ['нет', 10, `10 ${q('no')}`],
    ['назад', 10, `10 ${q('back')}`],
    ['A', 30, '30 due:5:done'],
    ['б', 30, '30 due:5:later'],
    // Whoever counts instead of reading letters.
    ['2', 30, '30 due:5:later'],
    ['сделано', 30, '30 due:5:done'],
    ['меню', 30, '30 go:menu'],
    // What does not fit there presses nothing elsewhere.
    ['5', 30, 'text 5'],
    ['9', 10, 'text 9'],
    ['A', 10, 'text A'],
    ['Спасибо', 30, 'text Спасибо'],
    // Nor does a reply to something that is not known any more.
    ['3', 77, 'text 3'],
    ['назад', 77, 'text назад'],
    // Commands are meant for Birge, whatever they quote: "stop" under an announcement.
    ['стоп', 30, 'command /stop'],
    ['меню', 77, 'command /menu'],
  ])('%j to %d', (text, quoted, meant) => {
    expect(read(text, offers, quoted)).toBe(meant);
  });
});

describe('commands in words', () => {
  test.each([
    ['мәзір', '/menu'],
    ['Меню!', '/menu'],
    ['menu', '/menu'],
    ['тоқта', '/stop'],
    ['ТОҚТАТУ', '/stop'],
    ['стоп', '/stop'],
    ['Stop.', '/stop'],
    ['бастау', '/start'],
    ['начать', '/start'],
    ['start', '/start'],
    ['көмек', '/help'],
    ['помощь', '/help'],
    ['help?', '/help'],
    ['тіл', '/language'],
    ['язык', '/language'],
    ['Language', '/language'],
    ['g_abcdefghijklmnop', '/start g_abcdefghijklmnop'],
    [' l_ABCdef0123456789-_ ', '/start l_ABCdef0123456789-_'],
  ])('%j', (text, command) => {
    expect(read(text, [question])).toBe(`command ${command}`);
  });

  test.each([
    'меню пожалуйста',
    'удалить',
    'forget',
    'mydata',
    'g_short',
    'G_abcdefghijklmnop',
    'g_abcdefghijklmnop!',
    '',
  ])('%j is none', (text) => {
    expect(read(text, [question])).toBe(`text ${text}`);
  });

  test('the mark of a command covers its name alone', () => {
    const { message } = understand(said('g_abcdefghijklmnop'), [], isWalking);
    expect(message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 6 }]);
  });
});

test('a press is what Telegram would tell of it', () => {
  expect(understand(said('1'), [question], isWalking)).toEqual({
    update_id: 900,
    callback_query: {
      id: '77011234567.900',
      from,
      chat_instance: '77011234567',
      message: { message_id: 10, chat, date: 0 },
      data: q('yes'),
    },
  });
});

describe('left as it is', () => {
  const group: Update = {
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: -5, type: 'group', title: '' }, from, text: '1' },
  };
  const picture: Update = { update_id: 1, message: { message_id: 1, date: 1, chat, from, caption: '1' } };
  test.each<[string, Update]>([
    ['a typed command', said('/menu', undefined, [{ type: 'bot_command', offset: 0, length: 5 }])],
    ['a text in a group', group],
    ['a caption', picture],
    ['a press', { update_id: 1, callback_query: { id: 'x', from, chat_instance: '1', data: 'y' } }],
  ])('%s', (_name, update) => {
    expect(understand(update, [question], isWalking)).toBe(update);
  });
});

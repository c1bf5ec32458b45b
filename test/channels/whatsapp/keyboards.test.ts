import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import type { Offer } from '../../../src/channels/channel.ts';
import { understand } from '../../../src/channels/whatsapp/understand.ts';
import { isWalking } from '../../../src/screens/walking.ts';

/* What people write on keyboards without Kazakh letters, and the ways in which they write a number. */

const q = (act: string) => `q:1a2b3c:2f:level:${act}`;
const question: Offer = {
  message: 10,
  letters: false,
  at: 0,
  options: [
    { text: 'Тілсіз', data: q('none') },
    { text: 'Бәрі', data: q('all') },
    { text: 'Бари', data: q('bar') },
    { text: 'Үш жылдан көп', data: q('long') },
    { text: 'Үш жыл', data: q('three') },
    { text: 'Ещё', data: q('more') },
    { text: 'Артқа', data: q('back') },
    { text: 'Дайын', data: q('done') },
  ],
};

function read(text: string, offers = [question]): string | undefined {
  const from = { id: 77011234567, is_bot: false, first_name: '' };
  const chat = { id: 77011234567, type: 'private' as const, first_name: '' };
  const update: Update = { update_id: 900, message: { message_id: 900, date: 0, chat, from, text } };
  const { callback_query: press, message } = understand(update, offers, isWalking);
  return press?.data ?? message?.text;
}

test.each([
  ['тилсиз', q('none')],
  ['ТИЛСИЗ!', q('none')],
  ['Артка', q('back')],
  ['артка.', q('back')],
  ['дайын', q('done')],
  ['уш жылдан коп', q('long')],
  // A label that another one begins with is meant by itself.
  ['уш жыл', q('three')],
  ['еще', q('more')],
  // Whoever writes the very letters means that one; if two could be meant, neither is.
  ['бәрі', q('all')],
  ['Бари', q('bar')],
  ['барі', 'барі'],
  ['мазир', '/menu'],
  ['токта', '/stop'],
  ['Токтату.', '/stop'],
  ['комек', '/help'],
  ['тил', '/language'],
  ['1', q('none')],
  ['(1)', q('none')],
  ['1,', q('none')],
  ['№1', q('none')],
  ['№ 1.', q('none')],
  ['１．', q('none')],
  ['+1', '+1'],
  ['-1', '-1'],
  ['1.5', '1.5'],
  ['1-2', '1-2'],
])('%j', (text, meant) => {
  expect(read(text)).toBe(meant);
});

test.each([
  // Two lines at once are no press, and must not be stored as somebody's own words either: the question is asked again.
  ['1 2', undefined],
  ['1,2', undefined],
  ['1; 2, 4.', undefined],
  ['1 және 3', undefined],
  ['1 и 3', undefined],
  // Where one of them is no option it is a text: a date, a sum, a phone.
  ['1, 9', '1, 9'],
  ['12 05 2001', '12 05 2001'],
  ['1.2', '1.2'],
])('%j names several lines', (text, meant) => {
  expect(read(text)).toBe(meant);
});

test('at a free question several numbers are the answer', () => {
  expect(read('1, 2', [{ ...question, message: 11, options: [] }, question])).toBe('1, 2');
});

test('where nothing leads back, the menu is the way out', () => {
  const options = [
    { text: 'Кету', data: 'role:1:leave' },
    { text: 'Мәзір', data: 'go:menu' },
  ];
  expect(read('артка', [{ ...question, options }])).toBe('go:menu');
  expect(read('артка', [{ ...question, options: options.slice(0, 1) }])).toBe('артка');
});

import { expect, test } from 'vitest';
import { expectNotLogged, foundIn } from './planted.ts';

const planted = { name: 'Үлгібекова Гүлназ', phone: '8 701 555 44 33', 'what was said': 'a "quoted"\nline' };

test.for([
  ['as it was said', 'failed: Үлгібекова Гүлназ', ['name']],
  ['in small letters', 'үлгібекова гүлназ', ['name']],
  ['in a link', `GET /?name=${encodeURIComponent('Үлгібекова Гүлназ')}`, ['name']],
  ['in bytes', Buffer.from('Үлгібекова Гүлназ').toString('hex'), ['name']],
  ['a number as it is stored', '{"phone":"+77015554433"}', ['phone']],
  ['a number as it is shown', 'tel +7 701 555 4433', ['phone']],
  ['as JSON', JSON.stringify({ said: 'a "quoted"\nline' }), ['what was said']],
  ['nothing of it', 'row 701 was not sent', []],
] as const)('%s is found', ([, line, found]) => {
  expect(foundIn(['another line', line], planted)).toEqual(found);
});

test('a log with a planted value fails by its name, and what is too short is refused', () => {
  expect(() => expectNotLogged(['tel 87015554433'], planted)).toThrow(/phone/);
  expect(() => expectNotLogged([], { mark: '5' })).toThrow('mark is too short');
});

import { expect, test } from 'vitest';
import { groupNumber, messageKey, messageNumber, personId, personNumber } from '../../../src/channels/whatsapp/ids.ts';

test.each([
  ['77011234567@c.us', 77011234567],
  ['999999999999999@c.us', 999_999_999_999_999],
  ['123456789012345@lid', 1_123_456_789_012_345],
  ['8007199254740991@lid', Number.MAX_SAFE_INTEGER],
])('%s is %d and comes back', (id, number) => {
  expect(personNumber(id)).toBe(number);
  expect(personId(number)).toBe(id);
});

test.each([
  '1000000000000000@c.us',
  '8007199254740992@lid',
  '0077011234567@c.us',
  '77011234567:12@c.us',
  '77011234567@s.whatsapp.net',
  'status@broadcast',
  '120363025246125486@newsletter',
  '@c.us',
  '',
])('"%s" has no number', (id) => {
  expect(personNumber(id)).toBe(undefined);
});

test('a number and a linked id with the same digits are two people', () => {
  expect(personNumber('77011234567@c.us')).not.toBe(personNumber('77011234567@lid'));
});

test('groups are below zero, messages above, and both stay the same for ever', () => {
  expect(groupNumber('120363025246125486@g.us')).toBe(-3_583_634_918_030_649);
  expect(groupNumber('77011234567-1570000000@g.us')).toBe(-4_019_788_186_289_688);
  expect(groupNumber('77011234567@c.us')).toBe(undefined);
  expect(messageNumber('false_77011234567@c.us_3EB0F00D')).toBe(3_438_359_744_796_763);
});

test('the key of a message tells one from another and shows no number of a person', () => {
  const keys = ['false_77011234567@c.us_3EB0F00D', 'false_77011234567@c.us_3EB0F00E'].map(messageKey);
  expect(keys[0]).toBe(messageKey('false_77011234567@c.us_3EB0F00D'));
  expect(keys[0]).not.toBe(keys[1]);
  expect(keys.join(' ')).not.toMatch(/7701|c\.us|3EB0/);
});

test('numbers of messages fit into 52 bits and do not meet', () => {
  const numbers = Array.from({ length: 20_000 }, (_, index) => messageNumber(`true_77011234567@c.us_3EB0${index}`));
  expect(new Set(numbers).size).toBe(20_000);
  expect(numbers.every((number) => Number.isInteger(number) && number > 0 && number < 2 ** 52)).toBe(true);
});

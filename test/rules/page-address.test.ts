import { expect, test } from 'vitest';
import { holdsMail, holdsPhone } from '../../src/rules/contacts.ts';
import { addressesIn, pageProblem } from '../../src/rules/page-address.ts';

test.for([
  'https://instagram.com/biz_birgemiz',
  'http://volunteer.kz/',
  'https://добровольцыроссии.рф',
  'http://www.авц.рф',
  'https://www.facebook.com/groups/876297586068484',
  'https://vk.com/club180567637',
  'https://www.youtube.com/@birge',
  'HTTPS://EXAMPLE.KZ',
])('%s is a page', (address) => {
  expect(pageProblem(address)).toBeUndefined();
});

test.for<[string, ReturnType<typeof pageProblem>]>([
  ['@birge_kz', 'address'],
  ['example.kz', 'address'],
  ['ftp://example.kz', 'address'],
  ['javascript:alert(1)', 'address'],
  ['https://localhost', 'address'],
  ['https://example.kz.', 'address'],
  ['https://example.kz our page', 'address'],
  [`https://example.kz/${'a'.repeat(200)}`, 'address'],
  ['https:example', 'address'],
  ['+7 701 123 45 67', 'phone'],
  ['https://wa.me/77011234567', 'phone'],
  ['https://instagram.com/somebody_87011234567', 'phone'],
  ['somebody@example.kz', 'mail'],
  ['mailto:somebody@example.kz', 'mail'],
  ['https://somebody@example.kz/', 'mail'],
])('%s is none: %s', ([address, problem]) => {
  expect(pageProblem(address)).toBe(problem);
});

test('phones are found however they are written', () => {
  const phones = ['+77011234567', '8 (7132)776425', '87011234567', '701-123-45-67', 'Тел. 8 7172 76 21 84.'];
  expect(phones.filter((text) => !holdsPhone(text))).toEqual([]);
  const none = ['2020 жыл', '28 ілмек', '11:00–18:00, 050000 Алматы', '12345678901234567'];
  expect(none.filter(holdsPhone)).toEqual([]);
  expect(holdsMail('write to a.b@c.kz')).toBe(true);
  expect(holdsMail('@birge')).toBe(false);
});

test('addresses may stand one a line, or one behind the other', () => {
  expect(addressesIn(' https://a.kz \n\nhttps://b.kz, https://c.kz https://a.kz;')).toEqual([
    'https://a.kz',
    'https://b.kz',
    'https://c.kz',
  ]);
  expect(addressesIn('our page\nhttps://a.kz')).toEqual(['our page', 'https://a.kz']);
  expect(addressesIn('')).toEqual([]);
});

import { expect, test } from 'vitest';
import { readTags, shownTags, tagLimits } from '../../../src/rules/announcing/tags.ts';

/** What is typed, and the tags as they are shown. */
const typed: [string, string][] = [
  ['студенттер, Қарағанды, репетиторлар', 'студенттер, қарағанды, репетиторлар'],
  ['#еріктілер #Тараз', 'еріктілер, тараз'],
  ['#еріктілер, #Алматы облысы;#мектеп', 'еріктілер, алматы облысы, мектеп'],
  ['мектеп тараз', 'мектеп, тараз'],
  ['мектеп\nауыл жастары', 'мектеп, ауыл жастары'],
  ['Мектеп, мектеп , МЕКТЕП.', 'мектеп'],
  [' ,, #, — ; ', ''],
  ['', ''],
  ['«10-сынып», it_club!', '10-сынып, it_club'],
  ['Алматы   облысы,', 'алматы облысы'],
];

test.for(typed)('"%s" is read as "%s"', ([text, tags]) => {
  const read = readTags(text);
  expect({ tags: shownTags(read.tags), leftOut: read.leftOut }).toEqual({ tags, leftOut: [] });
});

test('what is too long or one too many is named', () => {
  const numbers = Array.from({ length: 11 }, (_, index) => `топ ${index + 1}`);
  const long = 'ұ'.repeat(tagLimits.length + 1);
  const read = readTags([long, ...numbers].join(', '));
  expect(read.tags).toEqual(numbers.slice(0, tagLimits.tags));
  expect(read.leftOut).toEqual([long, 'топ 11']);
  expect(readTags('ұ'.repeat(tagLimits.length)).leftOut).toEqual([]);
});

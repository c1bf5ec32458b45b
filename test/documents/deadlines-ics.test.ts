import { expect, test } from 'vitest';
import { type Deadline, deadlinesFile } from '../../src/documents/deadlines-ics.ts';
import { readIcs } from './read-ics.ts';

const now = new Date('2026-11-22T07:08:09Z');

const assessment: Deadline = {
  uid: 'obligation-17@birge',
  title: 'Құзыреттерді бағалау; екінші, бөлім',
  why: 'Қағидалар, 17-тармақ.\nЖылына бір рет \\ екі',
  due: '2026-12-31',
};
const report: Deadline = { uid: 'o-2', title: 'Апталық есеп', why: 'Біз келістік', due: '2026-11-29', time: '23:00' };

const write = (list: Deadline[], at = now) => deadlinesFile(list, { name: 'Мерзімдерім, 2026' }, at);
const events = (...list: Deadline[]) => readIcs(write(list)).inside;

test('a whole file', () => {
  expect(readIcs(write([assessment, report]))).toEqual({
    name: 'VCALENDAR',
    properties: {
      VERSION: '2.0',
      PRODID: '-//Birge//Deadlines//EN',
      NAME: 'Мерзімдерім, 2026',
      'X-WR-CALNAME': 'Мерзімдерім, 2026',
    },
    inside: [
      {
        name: 'VEVENT',
        properties: {
          UID: 'obligation-17@birge',
          SEQUENCE: '29922188',
          DTSTAMP: '20261122T070809Z',
          'DTSTART;VALUE=DATE': '20261231',
          'DTEND;VALUE=DATE': '20270101',
          'X-MICROSOFT-CDO-ALLDAYEVENT': 'TRUE',
          'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT': 'TRUE',
          SUMMARY: assessment.title,
          TRANSP: 'TRANSPARENT',
          DESCRIPTION: assessment.why,
          'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE',
        },
        inside: [
          {
            name: 'VALARM',
            properties: { ACTION: 'DISPLAY', TRIGGER: '-PT14H', DESCRIPTION: assessment.title },
            inside: [],
          },
        ],
      },
      {
        name: 'VEVENT',
        properties: {
          UID: 'o-2',
          SEQUENCE: '29922188',
          DTSTAMP: '20261122T070809Z',
          DTSTART: '20261129T180000Z',
          DTEND: '20261129T181500Z',
          SUMMARY: report.title,
          TRANSP: 'TRANSPARENT',
          DESCRIPTION: report.why,
          'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE',
        },
        inside: [
          {
            name: 'VALARM',
            properties: { ACTION: 'DISPLAY', TRIGGER: '-P1DT13H', DESCRIPTION: report.title },
            inside: [],
          },
        ],
      },
    ],
  });
});

test.for<[time: string, start: string, trigger: string]>([
  ['00:00', '20261128T190000Z', '-PT14H'],
  ['03:30', '20261128T223000Z', '-PT17H30M'],
  ['10:00', '20261129T050000Z', '-P1D'],
  ['23:59', '20261129T185900Z', '-P1DT13H59M'],
])('what is due at %s begins at %s and reminds at 10:00 of the day before', ([time, start, trigger]) => {
  const [event] = events({ ...report, time });
  expect(event?.properties).toMatchObject({ DTSTART: start });
  expect(event?.inside[0]?.properties).toMatchObject({ TRIGGER: trigger });
});

test.for([
  ['2028-02-28', '20280228', '20280229'],
  ['2028-02-29', '20280229', '20280301'],
  ['2026-12-31', '20261231', '20270101'],
])('what is due on %s takes that day and ends before the next', ([due = '', start, end]) => {
  expect(events({ ...assessment, due })[0]?.properties).toMatchObject({
    'DTSTART;VALUE=DATE': start,
    'DTEND;VALUE=DATE': end,
  });
});

test('a later file renews the entries of an earlier one', () => {
  const later = readIcs(write([assessment], new Date('2026-11-22T07:09:09Z'))).inside[0]?.properties;
  expect(later).toMatchObject({ UID: assessment.uid, SEQUENCE: '29922189', DTSTAMP: '20261122T070909Z' });
  expect(write([assessment])).toBe(write([assessment]));
});

test('long texts are folded between letters, also where a letter takes four octets', () => {
  for (const text of ['ұ'.repeat(200), '🎓'.repeat(200), 'a'.repeat(500), 'aұ🎓,'.repeat(99), 'Ә'.repeat(34) + ';a']) {
    const [event] = events({ ...assessment, title: text, why: text });
    expect(event?.properties).toMatchObject({ SUMMARY: text, DESCRIPTION: text });
  }
});

test('nothing that people write ends a line or begins a property', () => {
  const [event, ...others] = events({
    ...assessment,
    title: 'a\r\nEND:VEVENT\rb\u2028c\u0000\u0007d\uD800',
    why: '\\n\n',
  });
  expect(event?.properties).toMatchObject({ SUMMARY: 'a\nEND:VEVENT\nb\ncd\uFFFD', DESCRIPTION: '\\n' });
  expect(others).toEqual([]);
});

test('what would make a broken file is refused', () => {
  expect(() => write([])).toThrow('a calendar file needs at least one deadline');
  expect(() => write([{ ...report, uid: 'a\r\nb' }])).toThrow('a deadline has a uid with other signs than');
  expect(() => write([{ ...report, due: '2026-02-30' }])).toThrow('a deadline has a day that is not YYYY-MM-DD');
  expect(() => write([{ ...report, time: '24:00' }])).toThrow('a time that is not HH:MM');
});

import { expect, test } from 'vitest';
import { durationOf, roughly } from '../../../src/rules/announcing/duration.ts';
import type { ChannelLoad, PostLimits } from '../../../src/rules/announcing/duration.ts';
import { localTime, momentAt } from '../../../src/rules/announcing/local-time.ts';

const timeZone = 'Asia/Almaty';

const telegram: ChannelLoad = { kind: 'telegram', groups: 0, people: 0, queuedBefore: 0, intervalMs: 34.5 };
const web: ChannelLoad = { kind: 'web', groups: 0, people: 0, queuedBefore: 0, intervalMs: 1 };
/** An old number: one post in 40 seconds on the mean. */
const usual: PostLimits = {
  minMs: 20_000,
  maxMs: 60_000,
  hourCap: 60,
  dayCap: 200,
  usedThisHour: 0,
  usedToday: 0,
  rampStep: 0,
  fullDayCap: 200,
};
const whatsapp = (groups: number, post: Partial<PostLimits> = {}, queuedBefore = 0): ChannelLoad => ({
  kind: 'whatsapp',
  groups,
  people: 0,
  queuedBefore,
  intervalMs: 3000,
  post: { ...usual, ...post },
});

const at = (written: string): Date => {
  const [day = '', time = ''] = written.split(' ');
  return momentAt({ day, minutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) }, timeZone);
};
const written = (moment: Date): string => {
  const { day, minutes } = localTime(moment, timeZone);
  return `${day} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

interface Case {
  name: string;
  channels: ChannelLoad[];
  now: string;
  urgent?: true;
  from: string;
  until: string;
}

const cases: Case[] = [
  {
    name: 'nothing to send',
    channels: [telegram, web],
    now: '2026-11-25 23:00',
    from: '2026-11-25 23:00',
    until: '2026-11-25 23:00',
  },
  {
    name: '38 WhatsApp groups',
    channels: [whatsapp(38)],
    now: '2026-11-25 12:00',
    from: '2026-11-25 12:00',
    until: '2026-11-25 12:24',
  },
  {
    name: 'the slowest channel counts',
    channels: [{ ...telegram, people: 5000 }, whatsapp(10), { ...web, people: 300 }],
    now: '2026-11-25 12:00',
    from: '2026-11-25 12:00',
    until: '2026-11-25 12:06',
  },
  {
    name: 'others wait before',
    channels: [whatsapp(10, {}, 30)],
    now: '2026-11-25 12:00',
    from: '2026-11-25 12:20',
    until: '2026-11-25 12:26',
  },
  {
    // 15 before 21:00 at 20:50:00, :40, … 20:59:20; 23 in the morning.
    name: 'begun at 20:50 it goes on in the morning',
    channels: [whatsapp(38)],
    now: '2026-11-25 20:50',
    from: '2026-11-25 20:50',
    until: '2026-11-26 09:14',
  },
  {
    name: 'the same, urgent',
    channels: [whatsapp(38)],
    now: '2026-11-25 20:50',
    urgent: true,
    from: '2026-11-25 20:50',
    until: '2026-11-25 21:14',
  },
  {
    name: 'at 21:00 it waits',
    channels: [whatsapp(1)],
    now: '2026-11-25 21:00',
    from: '2026-11-26 09:00',
    until: '2026-11-26 09:00',
  },
  {
    name: 'before 09:00 it waits for the same morning',
    channels: [whatsapp(1)],
    now: '2026-11-25 08:59',
    from: '2026-11-25 09:00',
    until: '2026-11-25 09:00',
  },
  {
    name: 'at 09:00 it goes',
    channels: [whatsapp(1)],
    now: '2026-11-25 09:00',
    from: '2026-11-25 09:00',
    until: '2026-11-25 09:00',
  },
  {
    name: 'over the last night of February in a leap year',
    channels: [whatsapp(38)],
    now: '2028-02-28 20:50',
    from: '2028-02-28 20:50',
    until: '2028-02-29 09:14',
  },
  {
    name: 'and over the one after it',
    channels: [whatsapp(38)],
    now: '2028-02-29 20:50',
    from: '2028-02-29 20:50',
    until: '2028-03-01 09:14',
  },
  {
    // 15 after the 5 that went before, 20 an hour later, 3 two hours later.
    name: 'the cap of an hour',
    channels: [whatsapp(38, { hourCap: 20, usedThisHour: 5 })],
    now: '2026-11-25 12:10',
    from: '2026-11-25 12:10',
    until: '2026-11-25 14:11',
  },
  {
    name: 'the cap of a day',
    channels: [whatsapp(38, { dayCap: 30, usedToday: 10 })],
    now: '2026-11-25 12:00',
    from: '2026-11-25 12:00',
    until: '2026-11-26 09:11',
  },
  {
    name: 'a day that is used up',
    channels: [whatsapp(1, { dayCap: 30, usedToday: 30 })],
    now: '2026-11-25 12:00',
    from: '2026-11-26 09:00',
    until: '2026-11-26 09:00',
  },
  {
    // 10 today, 15 on each of the two days after it: the growth ends at 15.
    name: 'a new number, on its third day',
    channels: [whatsapp(38, { dayCap: 10, rampStep: 10, fullDayCap: 15 })],
    now: '2026-11-25 12:00',
    from: '2026-11-25 12:00',
    until: '2026-11-27 09:08',
  },
];

test.for(cases)('$name', ({ channels, now, urgent = false, from, until }) => {
  const read = durationOf({ channels, urgent, timeZone }, at(now));
  expect({ from: written(read.from), until: written(read.until) }).toEqual({ from, until });
  expect(read.seconds).toBe(Math.ceil((read.until.getTime() - at(now).getTime()) / 1000));
});

test('5,000 people in Telegram take less than three minutes, 38 WhatsApp groups about 25', () => {
  const noon = at('2026-11-25 12:00');
  const seconds = (channel: ChannelLoad) => durationOf({ channels: [channel], urgent: false, timeZone }, noon).seconds;
  expect(seconds({ ...telegram, people: 5000 })).toBe(173);
  expect(roughly(seconds(whatsapp(38)))).toEqual({ unit: 'minutes', number: 25 });
});

test.for([{ hourCap: 0 }, { dayCap: 0 }, { dayCap: 0, rampStep: 5, fullDayCap: 0 }])(
  'limits that let nothing through are refused: %j',
  (post) => {
    const load = { channels: [whatsapp(1, post)], urgent: true, timeZone };
    expect(() => durationOf(load, at('2026-11-25 12:00'))).toThrow('whatsapp: its limits let nothing through');
  },
);

test.for([
  [0, 'seconds', 1],
  [54, 'seconds', 54],
  [55, 'minutes', 1],
  [90, 'minutes', 2],
  [1480, 'minutes', 25],
  [29.4 * 60, 'minutes', 29],
  [29.6 * 60, 'minutes', 30],
  [44 * 60, 'minutes', 45],
  [92 * 60, 'minutes', 90],
  [95 * 60, 'hours', 2],
  [12.4 * 3600, 'hours', 12],
  [35.4 * 3600, 'hours', 35],
  [36 * 3600, 'days', 2],
  [6.6 * 86_400, 'days', 7],
] as const)('%f seconds are roughly %s %i', ([seconds, unit, number]) => {
  expect(roughly(seconds)).toEqual({ unit, number });
});

test.for([
  ['Asia/Almaty', '2026-11-25', 540, '2026-11-25T04:00:00.000Z'],
  ['Europe/Berlin', '2027-03-28', 540, '2027-03-28T07:00:00.000Z'],
  // Clocks go from 02:00 to 03:00.
  ['Europe/Berlin', '2027-03-28', 150, '2027-03-28T01:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', 540, '2026-10-25T08:00:00.000Z'],
] as const)('in %s on %s, minute %i is %s', ([zone, day, minutes, moment]) => {
  expect(momentAt({ day, minutes }, zone).toISOString()).toBe(moment);
});

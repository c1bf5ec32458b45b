import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { loadForms } from '../../src/forms/index.ts';
import { monthPicture } from '../../src/diary/month.ts';
import { shareCard } from '../../src/diary/share.ts';
import { spanPicture } from '../../src/diary/span.ts';
import type { Deed, DiaryOverview } from '../../src/store/volunteers/deeds.ts';
import { readWords } from '../../src/words.ts';
import { drawnTexts, faults, sizeOf } from '../pictures/drawn-texts.ts';

/** Folder into which the pictures of the documentation are written; only where somebody asks for it (`DIARY_PICTURES=docs`). */
const folder = process.env['DIARY_PICTURES'];

const svgs: string[] = [];

/** The real thing; what it is given to make a PNG of is looked at as well. */
vi.mock('@resvg/resvg-js', async (original) => {
  const real = await original<typeof resvg>();
  const renderAsync: typeof real.renderAsync = (svg, options) => {
    svgs.push(String(svg));
    return real.renderAsync(svg, options);
  };
  return { ...real, renderAsync };
});

/** `name`: it stands in the documentation under this name. */
async function look(drawing: () => Promise<Uint8Array>, name?: string) {
  svgs.length = 0;
  const png = await drawing();
  const texts = await drawnTexts(svgs.join(''));
  if (folder !== undefined && name !== undefined) await writeFile(join(folder, `${name}.png`), png);
  return { size: sizeOf(png), texts, words: texts.map(({ text }) => text.replaceAll('\u00A0', ' ')) };
}

const content = join(import.meta.dirname, '..', '..', 'content');
const birge = {
  say: readWords(join(content, 'locales')),
  forms: loadForms(join(content, 'forms')),
  now: () => new Date('2026-11-22T07:00:00Z'),
  timeZone: 'Asia/Almaty',
};

const overview = (other: Partial<DiaryOverview>): DiaryOverview => ({
  deeds: 0,
  hours: 0,
  confirmedHours: 0,
  people: 0,
  days: [],
  directions: [],
  ...other,
});

/** Hours by day of the month, and what is planned. */
const november = { 1: 1.5, 3: 2, 5: 4, 8: 3, 10: 2, 12: 1, 14: 6.5, 15: 4, 17: 2, 19: 2, 21: 5, 22: 0.5 };
const planned = [22, 25, 28];
const days = Array.from({ length: 30 }, (_, index) => {
  const hours = new Map(Object.entries(november)).get(String(index + 1));
  return {
    on: `2026-11-${String(index + 1).padStart(2, '0')}`,
    hours: hours ?? 0,
    done: hours === undefined ? 0 : 1,
    planned: planned.includes(index + 1) ? 1 : 0,
  };
}).filter((one) => one.done + one.planned > 0);
const ofNovember = overview({ deeds: 12, hours: 33.5, confirmedHours: 26, people: 61, days });

test('the month as a calendar, in Kazakh', async () => {
  const { size, texts, words } = await look(() => monthPicture(birge, ofNovember, '2026-11', 'kk'), 'diary-month');
  expect(faults(texts, size)).toEqual([]);
  expect(size.width).toBe(720);
  expect(words).toEqual(
    expect.arrayContaining(['2026 жылғы қараша', '12 игі іс · 33,5 сағат, расталғаны 26', 'дс', '6,5', 'Бүгін']),
  );
});

test.for([
  ['ru', 'Февраль 2028 г.', 'пн'],
  ['en', 'February 2028', 'Mon'],
] as const)('February of a leap year, in %s', async ([language, title, monday]) => {
  const leap = overview({ deeds: 1, hours: 1234.5, days: [{ on: '2028-02-29', hours: 1234.5, done: 1, planned: 2 }] });
  const { size, texts, words } = await look(() => monthPicture(birge, leap, '2028-02', language));
  expect(faults(texts, size)).toEqual([]);
  expect(words).toEqual(expect.arrayContaining([title, monday, '29']));
  expect(words).not.toContain('30');
});

const rows = [
  { month: '2026-06', deeds: 5, hours: 12, confirmedHours: 12, shares: { education: 12 } },
  { month: '2026-07', deeds: 11, hours: 30, confirmedHours: 28, shares: { environment: 22, education: 8 } },
  { month: '2026-08', deeds: 0, hours: 0, confirmedHours: 0, shares: {} },
  { month: '2026-09', deeds: 16, hours: 44, confirmedHours: 44, shares: { education: 26, mentoring: 12, health: 6 } },
  {
    month: '2026-10',
    deeds: 24,
    hours: 61.5,
    confirmedHours: 40,
    shares: { education: 28, elderly: 21.5, search: 12 },
  },
  { month: '2026-11', deeds: 12, hours: 33.5, confirmedHours: 26, shares: { mentoring: 20, heritage: 13.5 } },
] as const;
const span = rows.map(({ month, shares, ...totals }) => ({
  month,
  overview: overview({
    ...totals,
    directions: Object.entries(shares).map(([direction, hours]) => ({ direction, hours, deeds: 1 })),
  }),
}));

test.for(['kk', 'ru', 'en'] as const)('half a year at a glance, in %s', async (language) => {
  const name = language === 'kk' ? 'diary-half-year' : undefined;
  const { size, texts } = await look(() => spanPicture(birge, span, language), name);
  expect(faults(texts, size)).toEqual([]);
  expect(size.height).toBeLessThanOrEqual(1280);
});

const deed: Deed = {
  ...{ id: 1, person: 1, name: null, project: null, projectName: null, organisation: null, above: [], state: 'done' },
  ...{ on: '2026-11-21', direction: 'elderly', activity: 'home', hours: 2.5, people: 3 },
  ...{ achieved: 'Ерлан', note: 'Құпия', photo: null, idea: null, confirmed: true, questioned: false },
  changedAt: '2026-11-21T12:00:00Z',
};

test('the card has nothing of what people wrote; own words are a good deed', async () => {
  const { words, texts, size } = await look(() => shareCard(birge, deed, 'kk'));
  expect(faults(texts, size)).toEqual([]);
  expect(words).toContain('BIRGEMIZ QAMQOR');
  const own = await look(() => shareCard(birge, { ...deed, activity: { other: 'Ерланға' } }, 'ru'));
  expect(own.words).toContain('Доброе дело');
  expect([...words, ...own.words].join(' ')).not.toMatch(/Ерлан|Құпия/);
});

import { expect, test } from 'vitest';
import { loadHolidays } from '../../src/calendar/holidays.ts';
import { loadCalendar } from '../../src/calendar/load.ts';
import { opens } from '../../src/deadlines/opens.ts';
import { loadForms } from '../../src/forms/index.ts';

const forms = new Set(loadForms('content/forms').keys());

test('the calendar that Birge starts with is whole, in every programme', () => {
  const { kinds } = loadCalendar('content/calendar.yaml', { opens, forms });
  const programmes = new Set([...kinds.values()].map(({ programme }) => programme));
  expect([...programmes].toSorted()).toEqual(['label', 'mobility', 'pupils', 'union', 'volunteers']);
});

test('the holidays that Birge starts with know this year and the one before', () => {
  expect([2025, 2026].map(loadHolidays('content/holidays.yaml').confirmed)).toEqual([true, true]);
});

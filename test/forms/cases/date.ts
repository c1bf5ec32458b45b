import { answered, press, refused, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'since';

/** Today is 2026-11-22; the limits are 2000-02-29 and today+30d. How dates are read: `test/rules/dates.test.ts`. */
export const cases: TypeCases = {
  accepts: [
    { question, input: text('31.12.2001'), outcome: answered('2001-12-31') },
    { question, input: text('2001 жылғы 31 желтоқсан'), outcome: answered('2001-12-31') },
    { question, input: text('29.02.2000'), outcome: answered('2000-02-29') },
    { question, input: text('28.02.2000'), outcome: refused('date-early', { min: '29.02.2000' }) },
    { question, input: text('2026-12-22'), outcome: answered('2026-12-22') },
    { question, input: text('23 декабря 2026'), outcome: refused('date-late', { max: '22.12.2026' }) },
    { question, input: text('31.02.2024'), outcome: refused('no-such-day') },
    { question, input: text('31.12.01'), outcome: refused('short-year') },
    { question, input: text('кеше'), outcome: refused('not-a-date') },
    { question, input: press('2001-12-31'), outcome: refused('old-button') },
  ],
  shows: [{ question, value: '2001-12-31', ru: '31 декабря 2001 г.' }],
  misfits: [
    { question, value: '31.12.2001' },
    { question, value: '2023-02-29' },
  ],
};

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { almaty } from './obligation-scene.ts';
import { targets } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('quiet hours through $name', ({ open }) => {
  let db: Opened;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  describe('hours of the day in Almaty', () => {
    const moment = z.string().transform((written) => new Date(written));

    test.each([
      ['2026-11-08 09:00', '2026-11-08 09:00'],
      ['2026-11-08 20:59', '2026-11-08 20:59'],
      ['2026-11-08 21:00', '2026-11-09 09:00'],
      ['2026-11-08 23:59', '2026-11-09 09:00'],
      ['2026-11-09 00:00', '2026-11-09 09:00'],
      ['2026-11-09 08:59', '2026-11-09 09:00'],
      ['2026-12-31 21:00', '2027-01-01 09:00'],
      ['2028-02-28 22:00', '2028-02-29 09:00'],
    ])('wanted at %s it comes at %s', async (wanted, comes) => {
      const args = { p_wanted: almaty(wanted).toISOString() };
      expect(await db.store.call('awake_at', args, moment)).toEqual(almaty(comes));
    });

    test.each([
      // Days from the due day, or hours before the moment: when the rung is looked at.
      ['2026-11-15', null, -7, null, '2026-11-08 00:00'],
      ['2026-11-15', null, 1, null, '2026-11-16 00:00'],
      ['2026-03-01', null, -1, null, '2026-02-28 00:00'],
      ['2026-11-15', '23:00', 0, null, '2026-11-15 00:00'],
      ['2026-11-15', '15:00', null, -24, '2026-11-14 15:00'],
      ['2026-11-15', '10:00', null, -1, '2026-11-15 09:00'],
      ['2026-11-15', '09:59', null, -1, '2026-11-14 20:45'],
      ['2026-11-15', '21:59', null, -1, '2026-11-15 20:59'],
      ['2026-11-15', '22:00', null, -1, '2026-11-15 20:45'],
      ['2026-11-15', '00:30', null, -1, '2026-11-14 20:45'],
      ['2026-11-15', '01:00', null, -1, '2026-11-14 20:45'],
      // Without a time of its own it is due when the day is over.
      ['2026-11-15', null, null, -4, '2026-11-15 20:00'],
      ['2026-11-15', null, null, -1, '2026-11-15 20:45'],
    ])('due on %s (%s), %s days, %s hours: %s', async (due, time, days, hours, comes) => {
      const dueAt = time === null ? null : almaty(`${due} ${time}`).toISOString();
      const args = { p_due_on: due, p_due_at: dueAt, p_days: days, p_hours: hours };
      expect(await db.store.call('rung_at', args, moment)).toEqual(almaty(comes));
    });
  });
});

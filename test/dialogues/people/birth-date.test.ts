import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { newcomer, now, presses, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const born = async (account: number) => {
  const [row] = await stage.database.sql`
    select p.born_on::text from people p join identities i on i.person_id = p.id where i.external_id = ${String(account)}`;
  return row?.['born_on'] as string | null;
};

test('a day that is none, or none for a birth, is asked for again in clear words', async () => {
  const p = await newcomer(stage, { id: 1, name: 'Aset', bornOn: '31 February 2001' });
  for (const text of ['32.13.2001', '23.11.2026', '01.01.1850', '29.02.2007', '1.2.03', 'last summer', '<b>&']) {
    await p.says(text);
  }
  await p.sends.sticker();
  await p.sends.voice();
  await p.sharesContact();
  await p.sends.photo();
  await presses(p, 'w:agree');
  expect(await born(1)).toBeNull();
  await p.says(`  29/02/2008  `);
  expect(await born(1)).toBe('2008-02-29');
  const question = 'When were you born?\n  For example: 31.12.2001';
  const from = p.transcript().indexOf('Aset: 31 February');
  expect(story(p).slice(from).replaceAll(question, '(question)')).toMatchInlineSnapshot(`
    "Aset: 31 February 2001
    Birge: There is no such day in the calendar. Please check and write it again.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: 32.13.2001
    Birge: There is no such day in the calendar. Please check and write it again.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: 23.11.2026
    Birge: That is too late. Write 22.11.2026 or an earlier day.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: 01.01.1850
    Birge: That is too early. Write 22.11.1906 or a later day.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: 29.02.2007
    Birge: There is no such day in the calendar. Please check and write it again.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: 1.2.03
    Birge: Write the year with four digits. For example: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: last summer
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: <b>&
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: (sticker 👍)
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: (voice)
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: (contact +77010000000)
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: (photo)
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset: [I agree]
    Birge: I could not read the date. Write it like this: 31.12.2001.

      When were you born? Please write the year, too.
      For example: 31.12.2001
    Aset:   29/02/2008  
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
});

test('a date is read in Kazakh, in Russian and in digits in any common order', async () => {
  const read: unknown[] = [];
  const texts = ['2001 жылғы 14 мамыр', '14 мая 2001 г.', '2001-05-14', '14 5 2001', 'May 14, 2001', '22.11.1906'];
  for (const [index, bornOn] of texts.entries()) {
    await newcomer(stage, { id: 20 + index, name: 'X', bornOn });
    read.push(await born(20 + index));
  }
  const day = '2001-05-14';
  expect(read).toEqual([day, day, day, day, day, '1906-11-22']);
});

/** What the bot says last to somebody born on that day, at that moment. */
async function stands(account: number, bornOn: string, at: string): Promise<string> {
  stage.setClock(at);
  const p = await newcomer(stage, { id: account, name: 'X', bornOn });
  const from = now(p);
  await p.says('/menu');
  return story(p, from).includes('What shall we do?') ? 'grown up' : 'a child';
}

test('the eighteenth birthday begins at midnight in Almaty, not in London', async () => {
  expect([
    await stands(40, '22.11.2008', '2026-11-21T18:59:59Z'),
    await stands(41, '22.11.2008', '2026-11-21T19:00:00Z'),
    await stands(42, '23.11.2008', '2026-11-22T18:59:00Z'),
    await stands(43, '23.11.2008', '2026-11-22T19:00:00Z'),
  ]).toEqual(['a child', 'grown up', 'a child', 'grown up']);
});

test('who was born on 29 February comes of age on 1 March', async () => {
  expect([
    await stands(50, '29.02.2008', '2026-02-28T18:59:00Z'),
    await stands(51, '29.02.2008', '2026-02-28T19:00:00Z'),
    await stands(52, '28.02.2008', '2026-02-27T19:00:00Z'),
    await stands(53, '29.02.2012', '2030-02-28T18:59:00Z'),
    await stands(54, '29.02.2012', '2030-02-28T19:00:00Z'),
  ]).toEqual(['a child', 'grown up', 'grown up', 'a child', 'grown up']);
});

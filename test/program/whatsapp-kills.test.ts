import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsersOf } from '../support/whatsapp-web/browsers.ts';
import { openWalker } from '../support/whatsapp-web/walker.ts';
import type { Walker } from '../support/whatsapp-web/walker.ts';
import { eventually, openWhole } from '../support/whatsapp-web/whole.ts';
import type { Whole } from '../support/whatsapp-web/whole.ts';

/* Birge is killed while people write to it by WhatsApp: whatever they wrote is answered, and nobody is answered in circles. */

let whole: Whole;
let people: Walker[];

beforeAll(async () => {
  whole = await openWhole();
  people = Array.from({ length: 6 }, (_, at) => openWalker(whole, `7701222334${at}@c.us`));
  await whole.start();
  await whole.link();
}, 60_000);
afterAll(() => whole?.close(), 30_000);

/** Updates in the inbox: all of them, and those that nobody has handled. */
async function inbox(): Promise<{ all: number; open: number }> {
  const [row] = await whole.database.sql<{ all: number; open: number }[]>`
    select count(*)::int as all, count(*) filter (where handled_at is null)::int as open from inbox`;
  return row ?? { all: 0, open: 0 };
}

const written = () => people.reduce((sum, { written }) => sum + written, 0);

test('killed three times in the middle of it, it answers every message', async () => {
  const kills = 3;
  const enough = 10 + kills * 12;
  const talks = Promise.all(
    people.map(async (person) => {
      while (person.written < enough) await person.step();
    }),
  );
  for (let kill = 1; kill <= kills; kill += 1) {
    const from = written();
    // Somewhere between a message that arrives, an answer that is stored, and a question that is sent.
    await eventually(() => written() >= from + 35 + kill, 'some more messages', 60_000);
    await new Promise((resolve) => setTimeout(resolve, kill * 3));
    await whole.kill();
    await whole.start();
  }
  await talks;
  await eventually(async () => (await inbox()).open === 0, 'all to be answered');
  expect(await inbox()).toEqual({ all: written(), open: 0 });
  // A question is said twice at most where a kill came between saying it and recording that; joining says up to three more.
  for (const { chat, written: wrote } of people) {
    const said = whole.server.sent.filter((one) => one.chat === chat).length;
    expect(said).toBeGreaterThanOrEqual(wrote);
    expect(said).toBeLessThanOrEqual(wrote + kills + 3);
  }
  const saved = await whole.database.sql<{ question: string; people: number }[]>`
    select question, count(*)::int as people from answers group by question order by people desc, question limit 4`;
  expect(saved.map(({ people: number }) => number)).toEqual([6, 6, 6, 6]);
  expect(whole.errors()).toBe('');
}, 120_000);

test('what came while no Birge ran is answered when one does; and one browser runs', async () => {
  await whole.kill();
  const before = await inbox();
  const steps = people.map((person) => person.step());
  await whole.start();
  await Promise.all(steps);
  expect((await inbox()).all).toBe(before.all + people.length);
  expect(await browsersOf(whole.dataDir)).toHaveLength(1);
}, 60_000);

test('asked to end, it ends soon and leaves no browser', async () => {
  const begun = performance.now();
  await whole.stop();
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(await browsersOf(whole.dataDir)).toEqual([]);
  expect(whole.server.complaints).toEqual([]);
}, 30_000);

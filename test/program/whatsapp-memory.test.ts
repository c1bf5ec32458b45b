import { expect, test } from 'vitest';
import { memoryObjections, runWhatsappMemory } from './whatsapp-memory-run.ts';

test("Birge's memory stays flat while people join and answer by WhatsApp", async () => {
  const report = await runWhatsappMemory({ messages: 400, samples: 3 });
  expect(memoryObjections(report)).toEqual([]);
  // Those who were writing when the last part was full have written one more.
  expect(report.messages).toBeGreaterThanOrEqual(400);
  expect(report.messages).toBeLessThan(410);
}, 90_000);

import { expect, test } from 'vitest';
import { memoryObjections, runWhatsappMemory } from './whatsapp-memory-run.ts';

test('the memory of a WhatsApp device stays flat while people write and are answered', async () => {
  const report = await runWhatsappMemory({ messages: 240, samples: 3 });
  expect(memoryObjections(report)).toEqual([]);
  expect(report.messages).toBe(240);
}, 60_000);

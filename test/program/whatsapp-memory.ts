import { parseArgs } from 'node:util';
import { startTestCluster } from '../support/cluster.ts';
import { memoryObjections, runWhatsappMemory } from './whatsapp-memory-run.ts';

/*
 * The long form of the memory test: node test/program/whatsapp-memory.ts --messages 1000
 * People join and fill in a questionnaire by WhatsApp; ends with 1 if Birge's heap, the browser apart, grows by over 10 per cent.
 */

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '1000' }, samples: { type: 'string', default: '8' } },
});
const endCluster = await startTestCluster();
let report;
try {
  report = await runWhatsappMemory({ messages: Number(values.messages), samples: Number(values.samples) });
} finally {
  await endCluster();
}
const heaps = report.heaps.map((heap) => heap.toFixed(1)).join(', ');
process.stdout.write(
  `${report.messages} messages in and out in ${Math.round(report.ms / 1000)} s\n` +
    `  megabytes after garbage collection: ${heaps}; largest ${report.growth.toFixed(3)} of the first\n`,
);
const wrong = memoryObjections(report);
process.stdout.write(wrong.length === 0 ? 'It stays flat.\n' : `WRONG:\n${wrong.join('\n')}\n`);
process.exit(wrong.length === 0 ? 0 : 1);

import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { openDevice } from '../../../src/channels/whatsapp/device/device.ts';

/*
 * A device in a process of its own: node alone.ts <data folder> <browser> <folder of the stub page>
 * Answers every message with the same words, tells each state on a line, and on the line `heap` how many bytes it holds
 * after all garbage is gone. It stops when its input ends, and must then end by itself.
 */

const [dataDir = '', chromium = '', cache = ''] = process.argv.slice(2);
const device = openDevice({
  dataDir,
  chromium,
  timeZone: 'Asia/Almaty',
  log: pino({ level: 'silent' }),
  now: Date.now,
  webVersion: { version: 'stub', cache },
});
device.on({
  message: async ({ chat, text }) => void (await device.send(chat, { text }, 10_000)),
  acknowledged: () => undefined,
  group: () => undefined,
  state: ({ is }) => void process.stdout.write(`${is}\n`),
});
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

await device.start();
for await (const line of createInterface(process.stdin)) {
  if (line !== 'heap') continue;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`heap ${heapUsed + external}\n`);
}
await device.stop();

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { runBirge } from '../../../src/birge.ts';
import { readContent } from '../../../src/content.ts';
import { serializers } from '../../../src/log.ts';
import { openGateway } from '../../../src/store/embedded/gateway.ts';
import type { Server } from '../../../src/store/embedded/logins.ts';
import { openFolder } from '../../../src/store/files/folder.ts';
import { openStore } from '../../../src/store/store.ts';
import { voidLeases } from '../../../src/store/talks.ts';
import { openWhatsappSide } from '../../../src/whatsapp-side.ts';

/*
 * All of Birge with WhatsApp in a process of its own, put together as the program does it:
 * node birge-alone.ts '{"server", "name", "dataDir", "chromium", "cache"}'
 * Says `started`, and on the line `heap` how many bytes it holds after all garbage is gone; errors of its log go to
 * standard error. It stops when its input ends, and must then end by itself.
 */

/** The database, as tests name it, and what the device needs. */
export interface AloneWith {
  server: Server;
  name: string;
  dataDir: string;
  chromium: string;
  cache: string;
}

const { server, name, dataDir, chromium, cache } = JSON.parse(process.argv[2] ?? '') as AloneWith;
const log = pino({ level: 'error', serializers }, pino.destination({ fd: 2, sync: true }));
const { url, secretKey: key, fetch, close } = openGateway(server, name, log);
const store = openStore({ url, key, fetch, log });
const files = join(dataDir, 'files');
await mkdir(files, { recursive: true });
// Nobody else works on this database, as on an embedded one.
await voidLeases(store);
const running = await runBirge({
  store,
  files: openFolder(files),
  ...readContent(join(import.meta.dirname, '..', '..', '..', 'content')),
  now: () => new Date(),
  timeZone: 'Asia/Almaty',
  address: 'https://birge.example.kz',
  webAddress: undefined,
  examples: false,
  adminChats: [],
  awaited: new Map(),
  log,
});
const whatsapp = await openWhatsappSide({
  chromium,
  dataDir,
  birge: running,
  log,
  device: { webVersion: { version: 'stub', cache }, limits: { round: 1000, firstPause: 50, longestPause: 400 } },
  print: () => undefined,
});
running.begin();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
process.stdout.write('started\n');

for await (const line of createInterface(process.stdin)) {
  if (line !== 'heap') continue;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`heap ${heapUsed + external}\n`);
}
await whatsapp.stop();
await running.end();
await close();

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumProgram } from '../support/whatsapp-web/chromium.ts';
import { until } from '../support/whatsapp-web/scene.ts';
import { serveWhatsApp } from '../support/whatsapp-web/server.ts';
import { writeStubPage } from '../support/whatsapp-web/stub-page.ts';

export interface MemoryReport {
  /** Messages that came in and were answered, warm-up included. */
  messages: number;
  /** Megabytes after garbage collection: the first after the warm-up, then at even distances. */
  heaps: number[];
  /** The largest of them, measured by the first: 1.02 is two per cent more. */
  growth: number;
  complaints: string[];
  ms: number;
}

/** So many chats write at the same time. */
const atOnce = 8;

/**
 * Lets people in eight chats write and be answered by a device in a process of its own, browser apart, and measures that
 * process. The server of the stub, which keeps every message, lives in this process.
 */
export async function runWhatsappMemory(run: { messages: number; samples: number }): Promise<MemoryReport> {
  const begun = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'birge-whatsapp-memory-'));
  const server = await serveWhatsApp();
  const { cache } = await writeStubPage(join(folder, 'page'), server.address);
  const program = join(import.meta.dirname, '..', 'support', 'whatsapp-web', 'alone.ts');
  const args = [program, join(folder, 'data'), await chromiumProgram(folder), cache];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const told: string[] = [];
  createInterface(child.stdout).on('line', (line) => told.push(line));
  const tells = (line: string) =>
    until(
      () => told.some((one) => one.startsWith(line)),
      () => line,
    );

  let sent = 0;
  async function talk(messages: number): Promise<void> {
    for (const end = sent + messages; sent < end;) {
      const some = Math.min(atOnce, end - sent);
      for (let at = 0; at < some; at += 1)
        server.deliver({ chat: `7701222334${at}@c.us`, text: `message ${sent + at}, ${'қ'.repeat(200)}` });
      sent += some;
      await until(
        () => server.sent.length === sent,
        () => `${sent} answers`,
      );
    }
  }

  async function heap(): Promise<number> {
    told.length = 0;
    child.stdin.write('heap\n');
    await tells('heap');
    return Number(told.find((line) => line.startsWith('heap'))?.split(' ')[1]) / 2 ** 20;
  }

  try {
    await tells('waiting');
    server.pair();
    await tells('linked');
    const part = Math.ceil(run.messages / (run.samples + 1));
    await talk(part);
    const heaps = [await heap()];
    for (let at = 0; at < run.samples; at += 1) {
      await talk(part);
      heaps.push(await heap());
    }
    const exit = once(child, 'exit');
    child.stdin.end();
    await exit;
    const growth = Math.max(...heaps) / (heaps[0] ?? Number.NaN);
    return { messages: sent, heaps, growth, complaints: server.complaints, ms: performance.now() - begun };
  } finally {
    child.kill('SIGKILL');
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What is wrong with it; empty if nothing is. */
export function memoryObjections({ messages, growth, complaints }: MemoryReport): string[] {
  const flat = growth <= 1.1;
  return [
    ...complaints,
    ...(flat ? [] : [`over ${messages} messages the heap grew to ${growth.toFixed(2)} of what it was`]),
  ];
}

import { openWalker } from '../support/whatsapp-web/walker.ts';
import { openWhole } from '../support/whatsapp-web/whole.ts';

export interface MemoryReport {
  /** Messages that people wrote and that were answered, warm-up included. */
  messages: number;
  /** Megabytes after garbage collection: the first after the warm-up, then at even distances. */
  heaps: number[];
  /** The largest of them, measured by the first: 1.02 is two per cent more. */
  growth: number;
  /** What the page calls wrong, and what Birge logged as errors. */
  complaints: string[];
  ms: number;
}

/** So many people write at the same time. */
const atOnce = 8;

/**
 * Lets eight people join and fill in a questionnaire by WhatsApp, with all of Birge in a process of its own, database and
 * browser apart, and measures that process. The first part of the messages is the warm-up.
 */
export async function runWhatsappMemory(run: { messages: number; samples: number }): Promise<MemoryReport> {
  const begun = performance.now();
  const whole = await openWhole();
  try {
    const people = Array.from({ length: atOnce }, (_, at) => openWalker(whole, `7701222334${at}@c.us`));
    const written = () => people.reduce((sum, person) => sum + person.written, 0);
    const talk = async (until: number) => {
      await Promise.all(
        people.map(async (person) => {
          while (written() < until) await person.step();
        }),
      );
    };
    await whole.start();
    await whole.link();
    const part = run.messages / (run.samples + 1);
    const heaps: number[] = [];
    for (let at = 1; at <= run.samples + 1; at += 1) {
      await talk(Math.round(part * at));
      heaps.push((await whole.heap()) / 2 ** 20);
    }
    await whole.stop();
    const growth = Math.max(...heaps) / (heaps[0] ?? Number.NaN);
    const complaints = [...whole.server.complaints, ...whole.errors().split('\n').filter(Boolean)];
    return { messages: written(), heaps, growth, complaints, ms: performance.now() - begun };
  } finally {
    await whole.close();
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

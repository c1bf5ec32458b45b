import type { Client } from 'whatsapp-web.js';
import { Bounded } from './bounded.ts';
import { within } from './within.ts';

/** The number behind a linked id, where WhatsApp tells it. */
export interface Aliases {
  /** Undefined for a number, and where it is not known; never throws. */
  of(client: Client, id: string): Promise<string | undefined>;
}

/** Remembers 5,000 of them; what could not be told is asked again the next time. `patience`: milliseconds for one answer. */
export function createAliases(patience: number): Aliases {
  const known = new Bounded<string>(5000);
  return {
    async of(client, id) {
      if (!id.endsWith('@lid')) return;
      const before = known.get(id);
      if (before !== undefined) return before;
      try {
        const [found] = await within(patience, client.getContactLidAndPhone([id]), 'the number of a linked id');
        if (found?.pn) known.set(id, found.pn);
        return found?.pn;
      } catch {
        return;
      }
    },
  };
}

import { groupNumber, personId } from './ids.ts';
import type { Wire } from './wire.ts';

/** Finds the id of a chat by its number. Groups are asked for anew only when a number is not among those known. */
export function chatIds(wire: Pick<Wire, 'groups'>): (chat: number) => Promise<string | undefined> {
  const known = new Map<number, string>();
  return async (chat) => {
    if (chat > 0) return personId(chat);
    if (!known.has(chat)) {
      for (const { id } of await wire.groups()) {
        const number = groupNumber(id);
        if (number !== undefined) known.set(number, id);
      }
    }
    return known.get(chat);
  };
}

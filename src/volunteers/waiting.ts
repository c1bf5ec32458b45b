import type { Day } from '../rules/dates.ts';
import { deedsToConfirm } from '../store/volunteers/deeds.ts';
import type { Deed } from '../store/volunteers/deeds.ts';
import type { Store } from '../store/store.ts';

const atOnce = 200;

/** The entries of a project that wait for confirmation and are not later than a day, the oldest day first. */
export async function waitingUntil(store: Store, project: number, day: Day): Promise<Deed[]> {
  const found: Deed[] = [];
  for (;;) {
    const after = found.at(-1)?.id ?? null;
    const page = await deedsToConfirm(store, project, { after, limit: atOnce });
    found.push(...page.filter(({ on }) => on <= day));
    const last = page.at(-1);
    if (last === undefined || page.length < atOnce || last.on > day) return found;
  }
}

/**
 * May this person say that these hours were done? Nobody confirms their own; and what a coordinator has asked about is
 * looked at by itself, not among others.
 */
export const isOwn = ({ person }: Pick<Deed, 'person'>, reader: number): boolean => person === reader;

/** Entries that a button for the whole day takes in. */
export const inBulk = (deeds: readonly Deed[], reader: number): Deed[] =>
  deeds.filter((deed) => !isOwn(deed, reader) && !deed.questioned);

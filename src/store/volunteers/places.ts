import { z } from 'zod';
import type { Store } from '../store.ts';

const place = z.object({
  id: z.number(),
  /** As it calls itself; the list knows one language. */
  name: z.string(),
  city: z.string(),
  region: z.string(),
  /** Addresses of its own site and pages. */
  pages: z.array(z.string()),
  /** What a coordinator adds for those who look. */
  note: z.string().nullable(),
  /** The day on which a coordinator looked at it last; null: as in the list of 2020. */
  checkedOn: z.string().nullable(),
});
/** An organisation where volunteers can go. */
export type Place = z.infer<typeof place>;

/** Writes the shipped list: [{"code", "name", "city", "region", "pages"}]; what coordinators have corrected stays. */
export async function seedPlaces(store: Store, places: readonly unknown[], now: Date): Promise<void> {
  const args = { p_places: places, p_at: now.toISOString() };
  await store.call('seed_places', args, z.object({ is: z.literal('seeded') }));
}

/** The regions that have places, with how many, by name. */
export function placeRegions(store: Store): Promise<{ region: string; count: number }[]> {
  return store.call('place_regions', {}, z.array(z.object({ region: z.string(), count: z.number() })));
}

/** The places of a region by city and name; `after` is the last id of the page before. */
export function placesOf(
  store: Store,
  region: string,
  page: { after: number | null; limit: number },
): Promise<Place[]> {
  const args = { p_region: region, p_after: page.after, p_limit: page.limit };
  return store.call('places_of', args, z.array(place));
}

/** One place; null: none of this id, or it was taken out. */
export function readPlace(store: Store, id: number): Promise<Place | null> {
  return store.call('read_place', { p_place: id }, place.nullable());
}

/** Corrects a place, or adds one (`place` null), as a sent form says; `gone`: it was taken out. */
export function writePlace(
  store: Store,
  written: {
    submission: number;
    place: number | null;
    said: { name: string; city: string; region: string; pages: string[]; note: string | null };
    by: number;
  },
  now: Date,
) {
  const args = {
    p_submission: written.submission,
    p_place: written.place,
    p_said: written.said,
    p_by: written.by,
    p_at: now.toISOString(),
  };
  return store.call(
    'write_place',
    args,
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('written'), id: z.number() }),
      z.object({ is: z.literal('gone') }),
    ]),
  );
}

/** It is no more: taken out of the list, or with `closed` false put back. */
export async function closePlace(
  store: Store,
  closing: { id: number; closed: boolean; by: number },
  now: Date,
): Promise<void> {
  const args = { p_place: closing.id, p_closed: closing.closed, p_by: closing.by, p_at: now.toISOString() };
  await store.call('close_place', args, z.object({ is: z.literal('noted') }));
}

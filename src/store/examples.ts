import { z } from 'zod';
import type { Store } from './store.ts';
import type { Project, Words } from './talks.ts';

/** What is planted; see `content/examples.yaml`. */
interface Planted {
  organisation: Words;
  projects: Project[];
  people: { key: string; name: string; language: string; bornOn: string; role: string }[];
}

/** Plants the examples once. `external` gives the id under which an example person writes on this channel. */
export async function plantExamples(
  store: Store,
  channel: number,
  planted: Planted,
  terms: { external: (key: string) => string; consent: string },
  now: Date,
): Promise<void> {
  const people = planted.people.map(({ key, name, language, bornOn, role }) => ({
    external: terms.external(key),
    name,
    language,
    bornOn,
    role,
  }));
  const args = {
    p_channel: channel,
    p_organisation: planted.organisation,
    p_projects: planted.projects,
    p_people: people,
    p_consent: terms.consent,
    p_at: now.toISOString(),
  };
  await store.call('plant_examples', args, z.unknown());
}

/** Takes all examples away; the bytes of their files go by jobs. */
export async function removeExamples(store: Store, now: Date): Promise<void> {
  await store.call('remove_examples', { p_at: now.toISOString() }, z.unknown());
}

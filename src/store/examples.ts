import { z } from 'zod';
import type { CentreKind } from '../rules/label-codes.ts';
import type { Store } from './store.ts';
import type { Project, Words } from './talks.ts';

/** What is planted; see `content/examples.yaml`. */
interface Planted {
  organisations: {
    kind: keyof typeof programmes;
    name: Words;
    centre?: { kind: CentreKind; head: string; phone: string; email: string; address: string } | undefined;
    projects: Project[];
    people: { key: string; name: string; language: string; bornOn: string; role: string }[];
  }[];
}

const programmes = {
  'volunteer-organisation': 'volunteers',
  'career-centre': 'mobility',
  'youth-centre': 'label',
} as const;

/** Plants the examples once. `external` gives the id under which an example person writes on this channel. */
export async function plantExamples(
  store: Store,
  channel: number,
  planted: Planted,
  terms: { external: (key: string) => string; consent: string },
  now: Date,
): Promise<void> {
  const organisations = planted.organisations.map(({ kind, name, centre, projects, people }) => ({
    kind,
    programme: programmes[kind],
    name,
    ...(centre && { centre }),
    projects,
    people: people.map(({ key, name: called, language, bornOn, role }) => ({
      external: terms.external(key),
      name: called,
      language,
      bornOn,
      role,
    })),
  }));
  const args = {
    p_channel: channel,
    p_organisations: organisations,
    p_consent: terms.consent,
    p_at: now.toISOString(),
  };
  await store.call('plant_examples', args, z.unknown());
}

/** Takes all examples away; the bytes of their files go by jobs. */
export async function removeExamples(store: Store, now: Date): Promise<void> {
  await store.call('remove_examples', { p_at: now.toISOString() }, z.unknown());
}

import { z } from 'zod';
import type { Store } from './store.ts';

/** Remembers a form as it reads today, so that what is sent can always be shown with its own labels. */
export async function keepFormVersion(
  store: Store,
  version: { form: string; hash: string; definition: unknown; guards: string[] },
  now: Date,
): Promise<void> {
  await store.call(
    'keep_form_version',
    {
      p_form: version.form,
      p_hash: version.hash,
      p_definition: version.definition,
      p_guards: version.guards,
      p_at: now.toISOString(),
    },
    z.unknown(),
  );
}

/** The definition of a form as it was when a submission was sent. */
export function readFormVersion(store: Store, form: string, hash: string): Promise<unknown> {
  return store.call('read_form_version', { p_form: form, p_hash: hash }, z.unknown());
}

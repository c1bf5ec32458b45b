import { z } from 'zod';
import type { JobEnd } from '../store/jobs.ts';
import type { Birge } from '../context.ts';

/** Takes away the bytes of a web chat's file that is no longer shown, unless something else still names them. */
export async function unusedFile({ store, files }: Birge, payload: Record<string, unknown>): Promise<JobEnd> {
  const path = String(payload['path']);
  const { used } = await store.call('file_is_used', { p_path: path }, z.object({ used: z.boolean() }));
  if (!used) await files.remove(path);
  return { is: 'done' };
}

import { may } from '../../src/access/rights.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { noteAudit } from '../../src/store/people.ts';
import { readDeed } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';
import { home, refuse } from './right.ts';

/** An entry before whoever may read it; `mine`: before whom it is of. */
export interface OpenDeed {
  deed: Deed;
  mine: boolean;
}

/**
 * An entry of the diary: for whom it is of, and, when it is done, for coordinators of its project, which stands in the audit.
 * Undefined: it is no more or is not theirs, and they were told so.
 */
export async function deedFor(birge: Birge, ctx: OuterCtx, id: number): Promise<OpenDeed | undefined> {
  const { person, roles } = ctx.talk;
  const deed = await readDeed(birge.store, id);
  if (deed === null || person === null) return notThere(birge, ctx);
  if (deed.person === person.id) return { deed, mine: true };
  const { project, above: organisations, state } = deed;
  const reads = project !== null && may(roles, 'look-after-volunteers', { organisations, project });
  if (!reads || state !== 'done') {
    await refuse(birge, ctx, 'look-after-volunteers', { kind: 'deed', id });
    return undefined;
  }
  const read = { person: person.id, action: 'read-deed', subject: { kind: 'deed', id } };
  await noteAudit(birge.store, read, birge.now());
  return { deed, mine: false };
}

/** One's own entry; undefined: it is no more, or somebody else's, and they were told so. */
export async function myDeedFor(birge: Birge, ctx: OuterCtx, id: number): Promise<Deed | undefined> {
  const { person } = ctx.talk;
  const deed = await readDeed(birge.store, id);
  if (deed !== null && deed.person === person?.id) return deed;
  return notThere(birge, ctx);
}

async function notThere(birge: Birge, ctx: OuterCtx): Promise<undefined> {
  await tell(birge, ctx, birge.say(languageOf(ctx.talk))('vol-refused'), [home(birge, ctx.talk)]);
  return undefined;
}

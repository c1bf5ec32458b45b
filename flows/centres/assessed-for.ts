import { openAssessed } from '../../src/centres/assessed.ts';
import type { Assessed } from '../../src/centres/assessed.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import type { WholeAssessment } from '../../src/store/centres/assessments.ts';
import { refuse } from './centre-right.ts';

/** The assessment for whoever may see it; everybody else hears where to go instead. Undefined: that was said. */
export async function assessedFor(
  birge: Birge,
  ctx: OuterCtx,
  submission: number,
): Promise<Assessed<WholeAssessment> | undefined> {
  const assessed = await openAssessed(birge, ctx.talk, submission);
  if (assessed === undefined) await refuse(birge, ctx);
  return assessed;
}

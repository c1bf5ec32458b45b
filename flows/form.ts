import type { Birge, Ctx } from '../src/context.ts';
import { hearForm } from '../src/filling/hear.ts';
import { showForm } from '../src/filling/show.ts';
import type { Seen } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { makeFrom } from './made.ts';

/** Filling in any form; the topic is the submission's id. */
export function form(birge: Birge): Turns<number> {
  return {
    name: 'form',
    show: (ctx, submission) => showForm(birge, ctx, submission),
    hear: (ctx, submission, seen) => hear(birge, ctx, submission, seen),
  };
}

/** A sent form is thanked for, or it makes what it describes. */
async function hear(birge: Birge, ctx: Ctx, submission: number, seen: Seen | undefined): Promise<Heard> {
  const heard = await hearForm(birge, ctx, submission, seen);
  if (heard.is !== 'over' || heard.sent === undefined) return heard;
  const made = await makeFrom(birge, ctx.talk, heard.sent);
  return made ? { is: 'over', screens: [made] } : heard;
}

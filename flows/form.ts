import { applicationAtOverview, applicationForm } from '../src/centres/application.ts';
import { assessmentOutlook } from '../src/centres/outlook.ts';
import type { Birge, Ctx } from '../src/context.ts';
import type { Outlook } from '../src/filling/outlook.ts';
import { hearForm } from '../src/filling/hear.ts';
import { languageOf } from '../src/filling/opened.ts';
import { showForm } from '../src/filling/show.ts';
import type { Seen } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { makeFrom } from './made.ts';

/** What forms add at their overviews. */
const outlook: Outlook = async (birge, talk, open) =>
  open.whole.id === applicationForm
    ? await applicationAtOverview(birge, open, languageOf(talk))
    : (assessmentOutlook(birge, talk, open) ?? {});

/** Filling in any form; the topic is the submission's id. */
export function form(birge: Birge): Turns<number> {
  return {
    name: 'form',
    show: (ctx, submission) => showForm(birge, ctx, submission, outlook),
    hear: (ctx, submission, seen) => hear(birge, ctx, submission, seen),
  };
}

/** A sent form is thanked for, or it makes what it describes. */
async function hear(birge: Birge, ctx: Ctx, submission: number, seen: Seen | undefined): Promise<Heard> {
  const heard = await hearForm(birge, ctx, submission, seen, outlook);
  if (heard.is !== 'over' || heard.sent === undefined) return heard;
  const made = await makeFrom(birge, ctx.talk, heard.sent);
  return made ? { is: 'over', screens: [made] } : heard;
}

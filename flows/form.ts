import { applicationAtOverview, applicationForm } from '../src/centres/application.ts';
import { assessmentOutlook } from '../src/centres/outlook.ts';
import { recommendationForm } from '../src/certificates/recommendation.ts';
import type { Birge, Ctx } from '../src/context.ts';
import type { Outlook } from '../src/filling/outlook.ts';
import { hearForm } from '../src/filling/hear.ts';
import { languageOf } from '../src/filling/opened.ts';
import { showForm } from '../src/filling/show.ts';
import type { Seen } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { placeForm } from '../src/volunteers/place-form.ts';
import { makeFrom } from './made.ts';
import { diaryForm } from './volunteers/deed-form.ts';
import { deedOutlook } from './volunteers/deed-outlook.ts';
import { paperAtOverview, paperForm } from './volunteers/paper-send.ts';
import { placeAtOverview } from './volunteers/place.ts';
import { letterAtOverview } from './volunteers/thank-letter.ts';

/** What forms add at their overviews. */
const outlook: Outlook = async (birge, talk, open) => {
  const own = byForm.get(open.whole.id);
  return own ? own(birge, talk, open) : (assessmentOutlook(birge, talk, open) ?? {});
};

const byForm: ReadonlyMap<string, Outlook> = new Map<string, Outlook>([
  [applicationForm, (birge, talk, open) => applicationAtOverview(birge, open, languageOf(talk))],
  [diaryForm, deedOutlook],
  [placeForm, placeAtOverview],
  [paperForm, paperAtOverview],
  [recommendationForm, letterAtOverview],
]);

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

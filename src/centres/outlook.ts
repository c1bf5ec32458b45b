import type { Birge } from '../context.ts';
import type { AtOverview } from '../filling/outlook.ts';
import { languageOf } from '../filling/opened.ts';
import type { Opened } from '../filling/opened.ts';
import { formIdOf, marksOf } from '../label/form.ts';
import { estimate } from '../label/level.ts';
import { percent } from '../documents/assessment-view.ts';
import { centreKinds } from '../rules/label-codes.ts';
import type { Talk } from '../talks/talk.ts';
import { estimateNote, levelWord } from './words.ts';

/** What an assessment adds to its criteria: how far each is reached, and the level that this would come to. */
export function assessmentOutlook(
  { label, say: sayIn }: Birge,
  talk: Talk,
  { whole, draft, state }: Opened,
): AtOverview | undefined {
  const kind = centreKinds.find((one) => formIdOf(one) === whole.id);
  if (kind === undefined) return undefined;
  const language = languageOf(talk);
  const say = sayIn(language);
  const { criteria, level } = estimate(label, marksOf(state.guards), kind);
  return {
    ...(draft.assessment && { heading: say('jb-as-heading', draft.assessment) }),
    sections: criteria.map(({ share, met }) => (met ? `${percent(share)} % ✓` : `${percent(share)} %`)),
    note: `${say('jb-as-level', { level: levelWord(say, level) })}\n${estimateNote(label, language)}`,
    asks: say('jb-as-end-sure'),
    buttons: [[{ text: say('jb-as-result-button'), data: `jb:res:${draft.id}` }]],
  };
}

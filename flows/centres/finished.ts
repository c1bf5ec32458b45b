import type { Birge } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Talk } from '../../src/talks/talk.ts';

/** A finished assessment: thanks, and the ways to what came of it, to the plan and to the centre. */
export async function assessmentFinished(birge: Birge, talk: Talk, { id, about }: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const ways = { 'jb-as-result-button': `jb:res:${id}`, ...(about && waysTo(about.id)) };
  return {
    text: escapeHtml(birge.label.form.thanks[language]),
    buttons: Object.entries(ways).map(([words, data]) => [{ text: say(words), data }]),
  };
}

const waysTo = (centre: number) => ({ 'jb-ctr-plan': `jb:plan:${centre}`, 'jb-res-centre-button': `jb:c:${centre}` });

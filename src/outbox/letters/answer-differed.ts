import { z } from 'zod';
import { may } from '../../access/rights.ts';
import { placeOfCentre } from '../../centres/assessed.ts';
import { today } from '../../context.ts';
import type { Birge } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { questionOf, shown } from '../../forms/index.ts';
import type { Question, Value } from '../../forms/index.ts';
import type { ScreenButton } from '../../screens/screen.ts';
import { shorten } from '../../screens/shorten.ts';
import { changesOf, readAssessment } from '../../store/centres/assessments.ts';
import { readCentre } from '../../store/centres/centre.ts';
import { rolesOf } from '../../store/deadlines.ts';
import type { Language } from '../../store/talks.ts';
import type { LetterKind } from '../letter.ts';

/** Which answer was refused: of which assessment, to which question, and its id. */
const told = z.object({ submission: z.number(), question: z.string(), refused: z.number() });
type Told = z.infer<typeof told>;

/** Longer answers are cut here; the history has them whole. */
const longest = 300;

/**
 * Tells the person whose answer stands that a colleague answered the same question differently at nearly the same time.
 * Not if they have no longer to do with that assessment.
 */
export const answerDiffered: LetterKind = {
  async write(birge, { person, payload, language }) {
    const differed = told.parse(payload);
    const assessment = await readAssessment(birge.store, differed.submission);
    const question = assessment && questionIn(birge, assessment.form, differed.question);
    const changes = await changesOf(birge.store, differed.submission, differed.question);
    const refused = changes.find((change) => change.refused === differed.refused);
    if (assessment === null || !question || refused === undefined) return undefined;
    const centre = await readCentre(birge.store, assessment.organisation);
    if (person === null || centre === null) return undefined;
    const roles = await rolesOf(birge.store, person, today(birge));
    const filling = assessment.by === 'expert' ? 'assess-as-expert' : 'work-on-label';
    if (!may(roles, filling, placeOfCentre(centre))) return undefined;
    const say = birge.say(language);
    const stands = assessment.answers.find((answer) => answer.question === differed.question);
    const somebody = say('jb-diff-somebody');
    const text = say('jb-diff-told', {
      centre: shorten(inWords(centre.name, language), 150),
      question: question.short?.[language] ?? '',
      stands: answerIn(birge, question, stands?.value, language),
      whose: stands?.byId === person ? say('jb-diff-yours') : (stands?.by ?? somebody),
      refused: answerIn(birge, question, refused.value, language),
      name: refused.by ?? somebody,
    });
    const open = [{ text: say('jb-diff-open'), data: `jb:as:${centre.id}` }];
    return { screen: { text, buttons: [open, ...history(birge, differed, language)] } };
  },
};

function questionIn({ forms }: Birge, form: string, id: string): Question | undefined {
  const definition = forms.get(form);
  return definition && questionOf(definition, id);
}

/** An answer as people read it, on one line. */
function answerIn(birge: Birge, question: Question, value: unknown, language: Language): string {
  const words = shown(question, value as Value | undefined, language, { today: today(birge) });
  return words === null ? birge.say(language)('form-no-answer') : shorten(words, longest);
}

/** The way to who answered what; texts about a whole criterion have none. */
function history(birge: Birge, { submission, question }: Told, language: Language): ScreenButton[][] {
  const [, indicator] = /^i(\d+)_/.exec(question) ?? [];
  if (indicator === undefined) return [];
  return [[{ text: birge.say(language)('jb-diff-history'), data: `jb:hist:${submission}:${indicator}` }]];
}

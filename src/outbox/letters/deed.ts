import type { Birge, Say } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { dayInWords } from '../../rules/dates.ts';
import type { ScreenButton } from '../../screens/screen.ts';
import type { Language } from '../../store/talks.ts';
import { readDeed } from '../../store/volunteers/deeds.ts';
import type { Deed } from '../../store/volunteers/deeds.ts';
import { activityIn, directionIn } from '../../volunteers/deed-words.ts';
import { ideaText } from '../../volunteers/ideas.ts';
import type { LetterKind } from '../letter.ts';

/**
 * A coordinator asks the volunteer to look at an entry again. Not if it was changed, confirmed or deleted meanwhile: changing
 * answers the question.
 */
export const deedQuestioned: LetterKind = {
  async write(birge, { person, payload, language }) {
    const deed = await readDeed(birge.store, Number(payload['deed']));
    if (deed === null || deed.person !== person || !deed.questioned || deed.projectName === null) return undefined;
    const say = birge.say(language);
    const text = say('vol-deed-look-again', {
      project: inWords(deed.projectName, language),
      day: dayInWords(deed.on, language),
      what: activityIn(birge, deed, language) ?? '',
      hours: say('vol-deed-hours', { hours: deed.hours ?? 0 }),
    });
    const to = buttonTo(say, deed);
    return { screen: { text, buttons: [[to('vol-deed-change', ':change')], [to('vol-deed-open', '')]] } };
  },
};

/** The morning of a planned deed. Nothing if it is done, dropped, or was put off to another day meanwhile. */
export const deedPlanned: LetterKind = {
  async write(birge, { person, payload, language }) {
    const deed = await readDeed(birge.store, Number(payload['deed']));
    if (deed === null || deed.person !== person || deed.state !== 'planned' || deed.on !== payload['on'])
      return undefined;
    const say = birge.say(language);
    const to = buttonTo(say, deed);
    const buttons = [[to('vol-deed-done', ':done')], [to('vol-deed-move', ':move'), to('vol-deed-drop', ':drop')]];
    return { screen: { text: say('vol-deed-today', { what: plannedWhat(birge, deed, language) }), buttons } };
  },
};

/** The idea it came from; otherwise the project, or the direction. */
function plannedWhat(birge: Birge, deed: Deed, language: Language): string {
  const project = deed.projectName === null ? undefined : inWords(deed.projectName, language);
  return ideaText(birge, deed.idea, language) ?? project ?? directionIn(birge, deed.direction, language);
}

const buttonTo =
  (say: Say, { id }: Deed) =>
  (key: string, act: string): ScreenButton => ({ text: say(key), data: `vol:deed:${id}${act}` });

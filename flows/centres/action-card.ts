import { centreName } from '../../src/centres/assessed.ts';
import { ownMark, standingOf } from '../../src/centres/plan.ts';
import { markWord } from '../../src/centres/words.ts';
import type { Birge } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { indicatorsFor } from '../../src/label/instrument.ts';
import { moveDay } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { assessmentsOf } from '../../src/store/centres/assessments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import type { OpenAction } from './action-right.ts';
import { actionLines, toPlan } from './action-words.ts';

/** A step of the plan: what, who, by when; for whoever works on it with the buttons. `note` (HTML) stands first. */
export async function actionScreen(birge: Birge, talk: Talk, opened: OpenAction, note?: string): Promise<Screen> {
  const { centre, action, writes } = opened;
  const language = languageOf(talk);
  const say = birge.say(language);
  const lines = [...actionLines(birge, action, language), escapeHtml(shorten(centreName(centre, language)))];
  const offer = action.doneOn !== null && writes ? await markOffer(birge, talk, opened) : undefined;
  const standing = standingOf(action);
  const button = (text: string, act: string) => ({ text, data: `jb:act:${action.id}:${act}` });
  const acts: Record<typeof standing, ScreenButton[][]> = {
    open: [
      [button(say('jb-plan-done'), 'done')],
      [button(say('jb-plan-change-what'), 'what')],
      [button(say('jb-plan-change-who'), 'who'), button(say('jb-plan-change-when'), 'when')],
      [button(say('jb-plan-drop'), 'drop')],
    ],
    unsaid: [[button(say('jb-plan-go-on'), 'on')], [button(say('jb-plan-drop'), 'drop')]],
    done: [
      ...(offer === undefined ? [] : [offer.button]),
      [{ text: say('jb-plan-one-more'), data: `jb:plan:more:${centre.id}:${action.indicator}` }],
      [button(say('jb-plan-reopen'), 'open')],
    ],
  };
  const parts = [note, lines.join('\n'), offer?.text].filter((part) => part !== undefined);
  const menu = { text: say('menu-button'), data: 'go:menu' };
  return {
    text: parts.join('\n\n'),
    buttons: [...(writes ? acts[standing] : []), toPlan(say, centre.id), [menu]],
  };
}

/** What is done may have changed the indicator: it opens in the centre's own assessment, unless it is "yes" there. */
async function markOffer(birge: Birge, talk: Talk, { centre, action: { indicator } }: OpenAction) {
  if (!indicatorsFor(birge.label, centre.kind).some(({ number }) => number === indicator)) return undefined;
  const mark = ownMark(await assessmentsOf(birge.store, centre.id), indicator);
  if (mark === 'yes') return undefined;
  const language = languageOf(talk);
  const say = birge.say(language);
  return {
    text: say('jb-plan-mark-now', { indicator, mark: markWord(birge, mark, language) }),
    button: [{ text: say('jb-plan-mark', { indicator }), data: `jb:mark:${centre.id}:${indicator}` }],
  };
}

/** On which day was it done? */
export function whenDoneScreen(birge: Birge, talk: Talk, { action }: OpenAction): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const day = today(birge);
  const on = (text: string, chosen: string) => ({ text, data: `jb:act:${action.id}:on:${chosen}` });
  return {
    text: [...actionLines(birge, action, language), '', say('jb-plan-when-done')].join('\n'),
    buttons: [
      [on(say('due-today-button'), day), on(say('due-yesterday-button'), moveDay(day, { days: -1 }))],
      [{ text: say('due-other-day'), data: `jb:act:${action.id}:day` }],
      [{ text: say('form-back'), data: `jb:act:${action.id}` }],
    ],
  };
}

/** Is it really not wanted any more? */
export function dropScreen(birge: Birge, talk: Talk, { action }: OpenAction): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  return {
    text: [...actionLines(birge, action, language), '', say('jb-plan-drop-ask')].join('\n'),
    buttons: [
      [{ text: say('jb-plan-drop-yes'), data: `jb:act:${action.id}:gone` }],
      [{ text: say('form-back'), data: `jb:act:${action.id}` }],
    ],
  };
}

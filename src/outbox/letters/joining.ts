import type { Say } from '../../context.ts';
import { joiningMinutes, joinStands } from '../../store/joining.ts';
import type { JoinEnd } from '../../store/joining.ts';
import type { Letter, LetterKind } from '../letter.ts';

/** How a join ended, in words that are true in either messenger. */
export const joiningWords: Readonly<Record<JoinEnd, string>> = {
  joined: 'joining-joined',
  refused: 'joining-refused',
  dates: 'joining-dates',
  minor: 'joining-minor',
  family: 'joining-family',
  gone: 'joining-gone',
  over: 'joining-over',
  unknown: 'joining-unknown',
};

/** Asks whoever gave a code whether it was them who opened it elsewhere. Of the other messenger only its kind is told. */
export const joinAsked: LetterKind = {
  async write(birge, { payload, language }) {
    const join = Number(payload['join']);
    const stands = await joinStands(birge.store, join, birge.now());
    if (stands?.state !== 'asked') return undefined;
    const say = birge.say(language);
    const channel = stands.channel ?? 'web';
    const text = say('joining-asked', { channel, check: stands.check, minutes: joiningMinutes });
    const buttons = [
      [{ text: say('joining-yes'), data: `join:yes:${join}` }],
      [{ text: say('joining-no'), data: `join:no:${join}` }],
    ];
    return { screen: { text, buttons } };
  },
};

/** Tells where the code was opened what became of it; `late` in the payload: only if nobody has answered in time. */
export const joinEnded: LetterKind = {
  async write(birge, { payload, language }) {
    const stands = await joinStands(birge.store, Number(payload['join']), birge.now());
    // Whoever would have answered was erased: nobody will.
    const state = stands?.state ?? 'over';
    if (state === 'asked' || (payload['late'] === true && state !== 'over')) return undefined;
    return ended(birge.say(language), joiningWords[state]);
  },
};

const ended = (say: Say, key: string): Letter => ({
  screen: { text: say(key), buttons: [[{ text: say('menu-button'), data: 'go:menu' }]] },
});

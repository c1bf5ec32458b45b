import { may } from '../../access/rights.ts';
import { placeOfCentre } from '../../centres/assessed.ts';
import { nameLine } from '../../centres/words.ts';
import { today } from '../../context.ts';
import type { Birge } from '../../context.ts';
import { dayInWords } from '../../rules/dates.ts';
import { decisionsOf, readCentre } from '../../store/centres/centre.ts';
import type { Centre } from '../../store/centres/centre.ts';
import { rolesOf } from '../../store/deadlines.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import type { LetterKind } from '../letter.ts';

/** Tells those who lead a centre that it was confirmed; not if that was taken back meanwhile. */
export const centreConfirmed: LetterKind = {
  async write(birge, row) {
    const centre = await ledBy(birge, row);
    if (centre === undefined || !centre.confirmed) return undefined;
    return letter(birge, row, centre, birge.say(row.language)('jb-news-confirmed'));
  },
};

/** Tells those who lead a centre what was decided on its label; not if that was taken back meanwhile. */
export const labelDecided: LetterKind = {
  async write(birge, row) {
    const centre = await ledBy(birge, row);
    const decisions = centre === undefined ? [] : await decisionsOf(birge.store, centre.id);
    const decided = decisions.find(({ id }) => id === Number(row.payload['decision']));
    if (centre === undefined || decided === undefined) return undefined;
    const { language } = row;
    const say = birge.say(language);
    const { level, on, until } = decided;
    if (level === null || until === null)
      return letter(birge, row, centre, say('jb-news-refused', { day: dayInWords(on, language) }));
    const called = birge.label.levels.find(({ id }) => id === level)?.title[language] ?? level;
    const told = { level: called, day: dayInWords(on, language), until: dayInWords(until, language) };
    return letter(birge, row, centre, say('jb-news-awarded', told));
  },
};

/** The centre, if whom the letter is for still leads it. */
async function ledBy(birge: Birge, { person, payload }: OutboxRow): Promise<Centre | undefined> {
  const centre = await readCentre(birge.store, Number(payload['centre']));
  if (person === null || centre === null) return undefined;
  const roles = await rolesOf(birge.store, person, today(birge));
  return may(roles, 'describe-centre', placeOfCentre(centre)) ? centre : undefined;
}

function letter(birge: Birge, { language }: OutboxRow, centre: Centre, text: string) {
  const button = { text: birge.say(language)('jb-ctr-open'), data: `jb:c:${centre.id}` };
  return { screen: { text: `${nameLine({ centre }, language)}\n${text}`, buttons: [[button]] } };
}

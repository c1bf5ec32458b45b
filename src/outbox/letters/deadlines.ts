import { z } from 'zod';
import { scopeOf } from '../../access/rights.ts';
import { today } from '../../context.ts';
import type { Birge } from '../../context.ts';
import { digestScreen } from '../../deadlines/digest.ts';
import { sideOf } from '../../deadlines/side.ts';
import { rolesOf, toldOf } from '../../store/deadlines.ts';
import type { ToldOf } from '../../store/deadlines.ts';
import type { LetterKind } from '../letter.ts';

/** The reminders of a day, or one that comes by itself: what stands in them is what is still owed at this moment. */
export const deadlines: LetterKind = {
  async write(birge, { person, notices, language }) {
    if (person === null) return undefined;
    const told = await stillTold(birge, person, z.array(toldOf).parse(notices));
    return told.length === 0 ? undefined : { screen: digestScreen(birge, language, told) };
  },
};

/** Leaves out what the reader has no longer to do with: a role may have ended since it was planned. */
async function stillTold(birge: Birge, person: number, told: ToldOf[]): Promise<ToldOf[]> {
  const known = birge.calendar.kinds;
  const asked = told.filter(({ kind }) => known.has(kind));
  if (asked.every((one) => one.person === person)) return asked;
  const roles = await rolesOf(birge.store, person, today(birge));
  const { assigned } = scopeOf(roles, 'see-deadlines');
  const kept: ToldOf[] = [];
  // Of the same place and kind of owner one stands for all.
  const groups = Map.groupBy(asked, (one) => {
    const whose =
      one.owned === 'organisation' ? `role ${one.kind}` : assigned || one.person === person ? one.person : 'others';
    return `${one.organisation} ${one.project} ${whose}`;
  });
  for (const group of groups.values()) {
    const [first] = group;
    if (first && (await sideOf(birge, { person, roles }, first, 'see-deadlines')) !== undefined) kept.push(...group);
  }
  return asked.filter((one) => kept.includes(one));
}

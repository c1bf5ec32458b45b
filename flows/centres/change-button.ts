import { may } from '../../src/access/rights.ts';
import { placeOfCentre } from '../../src/centres/assessed.ts';
import type { Assessed } from '../../src/centres/assessed.ts';
import type { Say } from '../../src/context.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Talk } from '../../src/talks/talk.ts';

/**
 * The row that opens the assessment at an indicator, for whoever may answer it: the centre's own staff, while their
 * assessment of the present candidacy is not finished. No row for everybody else. `key` is what the button says.
 */
export function toChange(
  say: Say,
  { roles }: Pick<Talk, 'roles'>,
  { assessment, centre }: Assessed,
  key: 'jb-res-change-button' | 'jb-res-change-from-button',
  indicator: number,
): ScreenButton[][] {
  const { by, status, cycle, marks } = assessment;
  const open = by === 'centre' && status === 'draft' && cycle === centre.cycle;
  if (!open || !may(roles, 'work-on-label', placeOfCentre(centre))) return [];
  const given = marks[indicator] === undefined ? 'no' : 'yes';
  return [[{ text: say(key, { number: indicator, given }), data: `jb:mark:${centre.id}:${indicator}` }]];
}

import type { Day } from '../rules/dates.ts';
import type { PaperKind } from '../rules/volunteer-codes.ts';
import type { Paper } from '../store/volunteers/papers.ts';

/** How it stands with a paper: nobody asked for it, it is waited for, it has come, it was checked, it holds no more. */
export type PaperStanding = 'none' | 'asked' | 'received' | 'checked' | 'expired';

/** How it stands with a paper on a day; the day until which it holds is included. */
export function paperStanding(paper: Paper | undefined, day: Day): PaperStanding {
  if (paper === undefined) return 'none';
  if (paper.checkedOn !== null) return paper.expiresOn !== null && paper.expiresOn < day ? 'expired' : 'checked';
  return paper.receivedOn === null ? 'asked' : 'received';
}

/**
 * What is asked at once of whoever will work with children (volunteering-manual-birgemiz-bilim, item 2.5). The last employer is
 * asked of retired teachers alone.
 */
export const papersForChildren: readonly PaperKind[] = [
  'recommendation',
  'criminal_record',
  'narcological',
  'psychoneurological',
];

/** The sentence that names a paper. */
export const paperName: Readonly<Record<PaperKind, string>> = {
  recommendation: 'vol-pap-recommendation',
  criminal_record: 'vol-pap-criminal-record',
  narcological: 'vol-pap-narcological',
  psychoneurological: 'vol-pap-psychoneurological',
  last_employer: 'vol-pap-last-employer',
};

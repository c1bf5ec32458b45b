import { shareOf } from '../label/level.ts';
import { drawProgress } from '../pictures/progress.ts';
import { drawRadar } from '../pictures/radar.ts';
import { dayInNumbers } from '../rules/dates.ts';
import type { Language } from '../store/talks.ts';
import { centreName, criteriaOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
import { sharedCriteria } from './compare.ts';
import type { Pair } from './compare.ts';
import { dayOf, whatLine } from './words.ts';
import type { ForWords } from './words.ts';

/** The radar of an assessment's criteria as a PNG; names of centres are drawn as they are written. */
export function radarPicture(birge: ForWords, assessed: Assessed, language: Language): Promise<Uint8Array> {
  return drawRadar({
    title: centreName(assessed.centre, language),
    subtitle: dated(birge, assessed, language),
    axes: criteriaOf(birge.label, assessed).map((criterion) => ({
      label: criterion.short[language],
      share: shareOf(criterion, assessed.assessment.marks),
    })),
  });
}

/** Two assessments of a centre as a PNG: two shapes of one radar, or from start to end two bars for each criterion. */
export function pairPicture(birge: ForWords, pair: Pair, language: Language): Promise<Uint8Array> {
  return pair.is === 'progress' ? progressPicture(birge, pair, language) : besidePicture(birge, pair, language);
}

function progressPicture(birge: ForWords, { first, second }: Pair, language: Language): Promise<Uint8Array> {
  const say = birge.say(language);
  const { by } = first.assessment;
  return drawProgress({
    title: centreName(first.centre, language),
    subtitle: say('jb-res-pair-picture', { pair: by, day: dayInNumbers(dayOf(birge, second)) }),
    words: { start: say('jb-res-at-start'), end: say('jb-res-at-end') },
    rows: sharedCriteria(birge, { first, second }).map((criterion) => ({
      label: `${criterion.number}. ${criterion.short[language]}`,
      start: shareOf(criterion, first.assessment.marks),
      end: shareOf(criterion, second.assessment.marks),
    })),
  });
}

function besidePicture(birge: ForWords, { first, second }: Pair, language: Language): Promise<Uint8Array> {
  const say = birge.say(language);
  const criteria = sharedCriteria(birge, { first, second });
  return drawRadar({
    title: centreName(first.centre, language),
    subtitle: say('jb-res-pair-picture', { pair: first.assessment.stage, day: dayInNumbers(dayOf(birge, second)) }),
    axes: criteria.map((criterion) => ({
      label: criterion.short[language],
      share: shareOf(criterion, first.assessment.marks),
    })),
    compare: {
      shares: criteria.map((criterion) => shareOf(criterion, second.assessment.marks)),
      words: { first: say('jb-res-by-centre'), second: say('jb-res-by-experts') },
    },
  });
}

/** Which assessment it is, and as of when. */
const dated = (birge: ForWords, assessed: Assessed, language: Language): string =>
  `${whatLine(birge.say(language), assessed.assessment)}, ${dayInNumbers(dayOf(birge, assessed))}`;

import type { Say } from '../../src/context.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { PaperKind } from '../../src/rules/volunteer-codes.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Paper } from '../../src/store/volunteers/papers.ts';
import { paperName, paperStanding } from '../../src/volunteers/papers.ts';

/** A paper with how it stands, for coordinators, as a line of HTML. */
export function paperLine(
  say: Say,
  kind: PaperKind,
  paper: Paper | undefined,
  { language, day }: { language: Language; day: Day },
): string {
  return `• ${say(paperName[kind])} — ${standingWords(say, paper, language, day)}`;
}

/** How it stands with a paper, in words. */
export function standingWords(say: Say, paper: Paper | undefined, language: Language, day: Day): string {
  const inWords = (on: string | null | undefined) => (on ? dayInWords(on, language) : '');
  switch (paperStanding(paper, day)) {
    case 'none':
      return say('vol-pap-none');
    case 'asked':
      return say('vol-pap-asked', { day: inWords(paper?.askedOn) });
    case 'received':
      return say('vol-pap-received', { day: inWords(paper?.receivedOn) });
    case 'expired':
      return say('vol-pap-expired', { day: inWords(paper?.expiresOn) });
    case 'checked': {
      const checked = { day: inWords(paper?.checkedOn) };
      return paper?.expiresOn
        ? say('vol-pap-checked-until', { ...checked, until: inWords(paper.expiresOn) })
        : say('vol-pap-checked', checked);
    }
  }
}

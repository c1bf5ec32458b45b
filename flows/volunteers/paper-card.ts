import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { PaperKind } from '../../src/rules/volunteer-codes.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { papersOf } from '../../src/store/volunteers/papers.ts';
import type { Paper } from '../../src/store/volunteers/papers.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { paperName, paperStanding } from '../../src/volunteers/papers.ts';
import { standingWords } from './paper-words.ts';
import { enrolmentFor, enrolmentIf } from './right.ts';

/** Which paper of whom a button is about. */
export interface PaperTopic {
  /** The volunteer's enrolment. */
  enrolment: number;
  kind: PaperKind;
}

/** A paper as a coordinator has it before them; undefined: nobody has asked for it. */
export interface OpenedPaper {
  enrolment: Enrolment;
  kind: PaperKind;
  paper: Paper | undefined;
  /** The coordinator. */
  by: number;
}

/** Opens a paper for whoever may see papers there; others were told. */
export async function paperFor(birge: Birge, ctx: OuterCtx, topic: PaperTopic): Promise<OpenedPaper | undefined> {
  return opened(birge, ctx.talk, topic, await enrolmentFor(birge, ctx, topic.enrolment, 'see-papers'));
}

/** The same within a conversation, where the caller tells. */
export async function paperIf(birge: Birge, talk: Talk, topic: PaperTopic): Promise<OpenedPaper | undefined> {
  return opened(birge, talk, topic, await enrolmentIf(birge, talk, topic.enrolment, 'see-papers'));
}

async function opened(
  birge: Birge,
  { person }: Talk,
  { kind }: PaperTopic,
  enrolment: Enrolment | undefined,
): Promise<OpenedPaper | undefined> {
  if (enrolment === undefined || person === null) return undefined;
  const papers = await papersOf(birge.store, enrolment.person, enrolment.project);
  return { enrolment, kind, paper: papers.find((paper) => paper.kind === kind), by: person.id };
}

/** One paper with how it stands and what can be done with it now. */
export function paperCard(birge: Birge, talk: Talk, { enrolment, kind, paper }: OpenedPaper, note?: string): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const day = today(birge);
  const text = [
    ...(note === undefined ? [] : [note, '']),
    `<b>${say(paperName[kind])}</b>`,
    escapeHtml(enrolment.name ?? `№ ${enrolment.person}`),
    standingWords(say, paper, language, day),
  ];
  const rows = actRows(say, { enrolment, kind, paper }, day);
  return { text: text.join('\n'), buttons: [...rows, ...wayBack(say, enrolment.id)], tellsOf: [enrolment.person] };
}

/** The way back to the checklist, and the menu. */
export const wayBack = (say: Say, enrolment: number): ScreenButton[][] => [
  [{ text: say('vol-pap-back'), data: `vol:pap:${enrolment}` }],
  [{ text: say('menu-button'), data: 'go:menu' }],
];

function actRows(say: Say, { enrolment, kind, paper }: Omit<OpenedPaper, 'by'>, day: string): ScreenButton[][] {
  const to = (key: string, act: string, more = ''): ScreenButton[] => [
    { text: say(key), data: `vol:pap:${act}:${enrolment.id}:${kind}${more}` },
  ];
  const over = isOver(enrolment, day);
  const submission = paper?.submission ?? null;
  const sent = submission !== null;
  const open = sent ? [to('vol-pap-open', 'open')] : [];
  const take = sent ? [to('vol-pap-take', 'take')] : [];
  const drop = to('vol-pap-drop', 'drop');
  switch (paperStanding(paper, day)) {
    case 'none':
      return over ? [] : [to('vol-pap-ask', 'ask'), to('vol-pap-seen', 'seen')];
    case 'asked':
      return [to('vol-pap-seen', 'seen'), drop];
    case 'received':
      return [...open, to('vol-pap-ok', 'ok', `:${submission ?? 0}`), drop];
    case 'checked':
      return [...open, to('vol-pap-until', 'until'), ...take, drop];
    case 'expired':
      return [...(over ? [] : [to('vol-pap-ask-again', 'ask')]), ...open, ...take, drop];
  }
}

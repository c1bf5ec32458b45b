import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isDay } from '../../src/rules/dates.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { askPapers, checkPaper, dropPaper, erasePaper } from '../../src/store/volunteers/papers.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { paperName, paperStanding } from '../../src/volunteers/papers.ts';
import { paperCard, paperFor, paperIf } from './paper-card.ts';
import type { OpenedPaper, PaperTopic } from './paper-card.ts';
import { checkUntil, untilScreen } from './paper-until.ts';
import { refusal } from './right.ts';

type Act = (birge: Birge, ctx: OuterCtx, topic: PaperTopic, more: string) => Promise<void>;

/** What a coordinator can press at a paper, by the word on the button; the right is asked at each. Old buttons show how it stands. */
export const paperActs = {
  show: acting(async () => undefined),
  ask: acting(ask),
  seen: acting(ofOthers(seen)),
  ok: acting(ofOthers(check)),
  until: acting(until),
  type: typed,
  drop: acting(ofOthers(drop)),
  take: acting(take),
} as const satisfies Record<string, Act>;

/** A screen instead of the paper's card, or a sentence to say above it. */
type Done = Screen | string | undefined;

/** What is done to a paper that was opened; `more` stands on the button behind it. */
type Doing = (birge: Birge, ctx: OuterCtx, opened: OpenedPaper, more: string) => Promise<Done>;

/** Coordinators can be volunteers, too: nobody says that their own paper is in order, or is not asked for any more (ours). */
function ofOthers(act: Doing): Doing {
  return async (birge, ctx, opened, more) =>
    opened.enrolment.person === opened.by
      ? birge.say(languageOf(ctx.talk))('vol-pap-own')
      : act(birge, ctx, opened, more);
}

/** Opens the paper for whoever may, does it, and shows what came of it. */
function acting(act: Doing): Act {
  return async (birge, ctx, topic, more) => {
    const opened = await paperFor(birge, ctx, topic);
    if (opened === undefined || ctx.chatId === undefined) return;
    const done = await act(birge, ctx, opened, more);
    await put(ctx.api, ctx.chatId, typeof done === 'object' ? done : await cardNow(birge, ctx, topic, done));
  };
}

/** Until when it holds will be typed. */
async function typed(birge: Birge, ctx: OuterCtx, topic: PaperTopic): Promise<void> {
  const opened = await paperFor(birge, ctx, topic);
  if (opened) await ctx.conversation.enter('paper-until', `${topic.enrolment}:${topic.kind}`);
}

async function cardNow(birge: Birge, { talk }: OuterCtx, topic: PaperTopic, note: string | undefined): Promise<Screen> {
  const opened = await paperIf(birge, talk, topic);
  return opened === undefined ? refusal(birge, talk) : paperCard(birge, talk, opened, note);
}

async function ask(birge: Birge, { talk }: OuterCtx, { enrolment, kind, paper, by }: OpenedPaper): Promise<Done> {
  const say = birge.say(languageOf(talk));
  const day = today(birge);
  // What has come meanwhile is not asked anew by an old button: it would be gone.
  if (!['none', 'expired'].includes(paperStanding(paper, day))) return undefined;
  if (isOver(enrolment, day)) return say('vol-pap-nothing-to-ask');
  const { person, project } = enrolment;
  await askPapers(birge.store, { person, project, kinds: [kind], by }, birge.now());
  return say('vol-pap-was-asked');
}

/** It was shown on paper; nobody need have asked for it before. */
async function seen(birge: Birge, { talk }: OuterCtx, opened: OpenedPaper): Promise<Done> {
  const { enrolment, kind, paper, by } = opened;
  const standing = paperStanding(paper, today(birge));
  if (standing !== 'none' && standing !== 'asked') return undefined;
  const { person, project } = enrolment;
  await checkPaper(birge.store, { person, project, kind, expiresOn: null, by }, birge.now());
  return untilScreen(birge, talk, opened);
}

/** `sent` is the submission that was looked at: what came in its place later has to be looked at first. */
async function check(birge: Birge, { talk }: OuterCtx, opened: OpenedPaper, sent: string): Promise<Done> {
  const { paper, by } = opened;
  if (paper === undefined || paperStanding(paper, today(birge)) !== 'received') return undefined;
  if (String(paper.submission) !== sent) return birge.say(languageOf(talk))('vol-pap-came-anew');
  const { person, project, kind } = paper;
  await checkPaper(birge.store, { person, project, kind, expiresOn: null, by }, birge.now());
  return untilScreen(birge, talk, opened);
}

/** Until when it holds: asked, or a pressed day; `none`: without an end. */
async function until(birge: Birge, { talk }: OuterCtx, opened: OpenedPaper, day: string): Promise<Done> {
  if (paperStanding(opened.paper, today(birge)) !== 'checked') return undefined;
  if (day !== 'none' && !isDay(day)) return untilScreen(birge, talk, opened);
  return checkUntil(birge, talk, opened, day === 'none' ? null : day);
}

async function drop(
  birge: Birge,
  { talk }: OuterCtx,
  { paper, enrolment, kind }: OpenedPaper,
  sure: string,
): Promise<Done> {
  const say = birge.say(languageOf(talk));
  if (paper === undefined) return undefined;
  if (sure !== 'yes') return asking(birge, talk, { enrolment: enrolment.id, kind }, 'drop');
  await dropPaper(birge.store, paper.id, birge.now());
  return say('vol-pap-dropped');
}

async function take(
  birge: Birge,
  { talk }: OuterCtx,
  { paper, enrolment, kind }: OpenedPaper,
  sure: string,
): Promise<Done> {
  const say = birge.say(languageOf(talk));
  if (paper === undefined || paper.submission === null || paper.checkedOn === null) return undefined;
  if (sure !== 'yes') return asking(birge, talk, { enrolment: enrolment.id, kind }, 'take');
  await erasePaper(birge.store, paper.id, birge.now());
  return say('vol-pap-taken');
}

/** Asks once before something goes. */
function asking(birge: Birge, talk: OuterCtx['talk'], { enrolment, kind }: PaperTopic, act: 'drop' | 'take'): Screen {
  const say = birge.say(languageOf(talk));
  const question = act === 'drop' ? 'vol-pap-drop-ask' : 'vol-pap-take-ask';
  const yes = act === 'drop' ? 'vol-pap-drop-yes' : 'vol-pap-take-yes';
  return {
    text: `<b>${say(paperName[kind])}</b>\n${say(question)}`,
    buttons: [
      [{ text: say(yes), data: `vol:pap:${act}:${enrolment}:${kind}:yes` }],
      [{ text: say('form-back'), data: `vol:pap:${enrolment}:${kind}` }],
    ],
  };
}

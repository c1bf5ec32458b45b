import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Outlook } from '../../src/filling/outlook.ts';
import { paperKinds } from '../../src/rules/volunteer-codes.ts';
import type { PaperKind } from '../../src/rules/volunteer-codes.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { saveAnswer } from '../../src/store/drafts.ts';
import type { About } from '../../src/store/drafts.ts';
import { readSubmission, submissionsOf } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { papersOf, readPaper, receivePaper } from '../../src/store/volunteers/papers.ts';
import { NotAnswered } from '../../src/talks/desk.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { enrolmentAt } from '../../src/volunteers/enrolment-at.ts';
import { paperName, paperStanding } from '../../src/volunteers/papers.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';
import { home } from './right.ts';

/** The form by which a paper is sent. */
export const paperForm = 'volunteer-paper';

/** What a volunteer's own page says of papers that are waited for, with a button for each; undefined: none is. */
export async function papersAsked(
  birge: Birge,
  talk: Talk,
  { person, project }: Enrolment,
): Promise<{ line: string; rows: ScreenButton[][] } | undefined> {
  const day = today(birge);
  const asked = (await papersOf(birge.store, person, project)).filter((one) => paperStanding(one, day) === 'asked');
  if (asked.length === 0) return undefined;
  const say = birge.say(languageOf(talk));
  return {
    line: say('vol-pap-waiting', { count: asked.length }),
    rows: asked.map(({ id, kind }) => [{ text: say(paperName[kind]), data: `vol:pap:send:${id}` }]),
  };
}

/** Opens the form for a paper that is asked of somebody; what has come already is sent anew only if they want that. */
export async function sendPaper(birge: Birge, ctx: OuterCtx, id: number, anew: boolean): Promise<void> {
  const { talk } = ctx;
  const paper = await readPaper(birge.store, id);
  const say = birge.say(languageOf(talk));
  const mine = paper !== null && paper.person === talk.person?.id;
  const enrolment = mine ? await enrolmentAt(birge.store, paper, today(birge)) : undefined;
  const standing = mine ? paperStanding(paper, today(birge)) : 'none';
  if (!mine || enrolment === undefined || !['asked', 'received'].includes(standing)) {
    // Whether a colleague has checked it is nothing that the volunteer is told.
    return tell(birge, ctx, say('vol-pap-not-asked'), [home(birge, talk)]);
  }
  if (standing === 'received' && !anew) {
    return tell(birge, ctx, say('vol-pap-was-sent', { paper: say(paperName[paper.kind]) }), [
      [{ text: say('vol-pap-send-anew'), data: `vol:pap:send:${id}:anew` }],
      [{ text: say('vol-pap-to-project'), data: `vol:e:${enrolment.id}` }],
    ]);
  }
  const about: About = { kind: 'project', id: paper.project };
  await turnTo(birge, ctx, paper.project, paper.kind);
  // Several may be asked: it is said which one this is.
  talk.note = `<b>${say(paperName[paper.kind])}</b>`;
  await openForm(birge, ctx, paperForm, about, true, { answers: { kind: paper.kind } });
}

/** A form that was begun for another paper is turned to this one: what was put in for that one is taken out of it. */
async function turnTo(birge: Birge, { talk }: OuterCtx, project: number, kind: PaperKind): Promise<void> {
  const begun = talk.person && (await begunBy(birge, talk.person.id, project));
  const before = begun?.answers['kind'];
  if (talk.person === null || !begun || before?.value === kind) return;
  const files = begun.answers['file'];
  const said = [
    { question: 'kind', value: kind, complete: true, rev: before?.rev ?? 0 },
    ...(files ? [{ question: 'file', value: { picked: [] }, complete: false, rev: files.rev }] : []),
  ];
  const hold = { chat: talk.chat, token: talk.token, seq: null };
  const to = { submission: begun.id, person: talk.person.id, next: firstOf(kind), within: null };
  for (const one of said) {
    if ((await saveAnswer(birge.store, hold, { ...to, ...one }, birge.now())).is === 'stale') throw new NotAnswered();
  }
  // The talk may have it as it was.
  talk.draft = null;
}

/** Forms that are looked through for one that was begun and not sent. */
const mostForms = 50;

/** The form for this project that somebody has begun; undefined: none. */
async function begunBy({ store }: Birge, person: number, project: number): Promise<Submission | undefined> {
  const drafts = (await submissionsOf(store, person, null, mostForms)).filter(
    ({ form, status }) => form === paperForm && status === 'draft',
  );
  for (const { id } of drafts) {
    const draft = await readSubmission(store, id);
    if (draft?.about?.kind === 'project' && draft.about.id === project) return draft;
  }
  return undefined;
}

/** What is asked for a paper: files of most, words of the last employer. */
const firstOf = (kind: PaperKind): string => (kind === 'last_employer' ? 'employer' : 'file');

/** What follows the sending of the form: coordinators hear of it. What nobody asks for (any more) is not kept. */
export async function paperMade(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const kind = paperKinds.find((one) => one === submission.answers['kind']?.value);
  const project = submission.about?.kind === 'project' ? submission.about.id : undefined;
  const person = talk.person?.id;
  if (kind === undefined || project === undefined || person === undefined) {
    return { text: say('vol-pap-not-asked'), buttons: [home(birge, talk), menu] };
  }
  const received = await receivePaper(birge.store, { submission: submission.id, person, project, kind }, birge.now());
  const enrolment = await enrolmentAt(birge.store, { person, project }, today(birge));
  const to = enrolment ? [[{ text: say('vol-pap-to-project'), data: `vol:e:${enrolment.id}` }]] : [];
  if (received === 'not-asked') return { text: say('vol-pap-not-kept'), buttons: [...to, menu] };
  const next = enrolment && (await papersAsked(birge, talk, enrolment));
  const text = say('vol-pap-thanks', {
    paper: say(paperName[kind]),
    project: enrolment ? inWords(enrolment.projectName, language) : '',
  });
  return {
    text: next ? `${text}\n\n${next.line}` : text,
    buttons: [...(next?.rows ?? []), ...to, menu],
  };
}

/** At the overview of a paper: one that nobody asks for would not be kept, so it is said before it is sent. */
export const paperAtOverview: Outlook = async (birge, talk, { draft }) => {
  const kind = paperKinds.find((one) => one === draft.values['kind']?.value);
  if (talk.person === null || draft.about?.kind !== 'project') return {};
  const papers = await papersOf(birge.store, talk.person.id, draft.about.id);
  const wanted = papers.filter((one) => one.checkedOn === null).map((one) => one.kind);
  // Where nothing is asked any more, sending says so and keeps nothing.
  const stops = wanted.length > 0 && (kind === undefined || !wanted.includes(kind));
  return stops ? { stops, note: birge.say(languageOf(talk))('vol-pap-other-kind') } : {};
};

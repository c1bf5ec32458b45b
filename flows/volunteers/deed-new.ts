import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { readDeed, writeDeed } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';
import { deedLines, toDiary, toShare } from './deed-card.ts';
import { diaryForm, saidIn } from './deed-form.ts';
import { home, refusal } from './right.ts';

/** Writing down a good deed: of which project it is, the form, and what comes of the form. */
export function newDeedRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:new', (ctx) => chooseWhose(birge, ctx));
  app.callbackQuery(/^vol:new:(\d{1,15})$/, (ctx) => openFor(birge, ctx, Number(ctx.match[1])));
}

/** Asks of which project it is, if there are several; with one or none there is nothing to ask. */
async function chooseWhose(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const mine = await enrolmentsOf(birge.store, talk.person.id, today(birge));
  if (mine.length < 2) return open(birge, ctx, mine[0]);
  const language = languageOf(talk);
  const say = birge.say(language);
  await tell(birge, ctx, say('vol-deed-whose'), [
    ...mine.map(({ project, projectName }) => [
      { text: shorten(inWords(projectName, language), 60), data: `vol:new:${project}` },
    ]),
    [{ text: say('vol-deed-for-none'), data: 'vol:new:0' }],
  ]);
}

/** Of the project, if they are a volunteer there today; otherwise of none. */
async function openFor(birge: Birge, ctx: OuterCtx, project: number): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const mine = project === 0 ? [] : await enrolmentsOf(birge.store, talk.person.id, today(birge));
  const enrolment = mine.find((one) => one.project === project);
  // An old button: what they write is theirs all the same.
  if (project !== 0 && enrolment === undefined) talk.note = birge.say(languageOf(talk))('vol-deed-not-of-project');
  await open(birge, ctx, enrolment);
}

/** Opens the form; the project's direction is known and not asked. */
async function open(birge: Birge, ctx: OuterCtx, enrolment: Enrolment | undefined): Promise<void> {
  if (enrolment === undefined) return openForm(birge, ctx, diaryForm, null, true);
  const { talk } = ctx;
  const { project, projectName, direction } = enrolment;
  // A form that was begun before says that it goes on.
  const goesOn = talk.draft?.form === diaryForm && talk.draft.about?.id === project;
  const language = languageOf(talk);
  if (!goesOn) talk.note = birge.say(language)('vol-deed-of', { project: inWords(projectName, language) });
  await openForm(birge, ctx, diaryForm, { kind: 'project', id: project }, true, { answers: { direction } });
}

/** Writes the entry that a just sent form describes, new or changed, and shows it. */
export async function deedMade(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const { person } = talk;
  const { about } = submission;
  if (person === null || submission.owner !== person.id) return refusal(birge, talk);
  const project = about?.kind === 'project' ? about.id : null;
  const said = saidIn(submission, project);
  if (said === undefined) return refusal(birge, talk);
  // Of a project only while they are, or on that day were, a volunteer there.
  const enrolment = project === null ? undefined : await enrolmentAt(birge, person.id, project, said.on);
  const before = about?.kind === 'deed' ? await readDeed(birge.store, about.id) : null;
  const written = await writeDeed(
    birge.store,
    {
      submission: submission.id,
      person: person.id,
      deed: about?.kind === 'deed' ? about.id : null,
      said: { ...said, project: enrolment === undefined ? null : project },
    },
    birge.now(),
  );
  const deed = written.is === 'written' ? await readDeed(birge.store, written.id) : null;
  return deed === null ? gone(birge, talk) : writtenScreen(birge, talk, deed, before?.state === 'done');
}

async function enrolmentAt(birge: Birge, person: number, project: number, day: string): Promise<Enrolment | undefined> {
  const inOne = async (on: string) =>
    (await enrolmentsOf(birge.store, person, on)).find((one) => one.project === project);
  return (await inOne(today(birge))) ?? inOne(day);
}

/** It is written down: thanks, the entry, and the ways on. */
async function writtenScreen(birge: Birge, talk: Talk, deed: Deed, changed: boolean): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const enrolment = deed.project === null ? undefined : await enrolmentAt(birge, deed.person, deed.project, deed.on);
  return {
    text: [say(changed ? 'vol-deed-changed' : 'vol-deed-written'), deedLines(birge, deed, language).join('\n')].join(
      '\n\n',
    ),
    buttons: [
      [{ text: say('vol-deed-another'), data: `vol:new:${enrolment?.project ?? 0}` }, toDiary(say, deed)],
      [toShare(say, deed), { text: say('vol-deed-open'), data: `vol:deed:${deed.id}` }],
      ...(enrolment ? [[{ text: say('vol-deed-project'), data: `vol:e:${enrolment.id}` }]] : []),
      [{ text: say('menu-button'), data: 'go:menu' }],
    ],
  };
}

/** The entry that was to be changed has been deleted meanwhile. */
function gone(birge: Birge, talk: Talk): Screen {
  const say = birge.say(languageOf(talk));
  const buttons = [
    [{ text: say('vol-new-deed'), data: 'vol:new' }],
    home(birge, talk),
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  return { text: say('vol-deed-gone'), buttons };
}

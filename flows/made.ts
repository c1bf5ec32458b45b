import { kindMeant, parentsOf } from '../src/access/kinds.ts';
import { may } from '../src/access/rights.ts';
import type { Birge } from '../src/context.ts';
import { recommendationForm } from '../src/certificates/recommendation.ts';
import { languageOf } from '../src/filling/opened.ts';
import { formIdOf } from '../src/label/form.ts';
import { centreKinds } from '../src/rules/label-codes.ts';
import type { Screen } from '../src/screens/screen.ts';
import { readSubmission } from '../src/store/submissions.ts';
import type { Submission } from '../src/store/submissions.ts';
import { makeOrganisation, makeProject, placeOf } from '../src/store/organisations.ts';
import type { Words } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';
import { applicationMade } from './centres/application.ts';
import { assessmentFinished } from './centres/finished.ts';
import { centreMade } from './centres/register.ts';
import { campaignMade } from './announcement.ts';
import { groupDescribed } from './group-card.ts';
import { agreementFilled } from './volunteers/agreement-form.ts';
import { diaryForm } from './volunteers/deed-form.ts';
import { deedMade } from './volunteers/deed-new.ts';
import { paperMade } from './volunteers/paper-send.ts';
import { placeMade } from './volunteers/place.ts';
import { preparationKept } from './volunteers/preparation.ts';
import { skillsMade } from './volunteers/skills.ts';
import { letterMade } from './volunteers/thank-letter.ts';

/** Forms whose sending makes something, by the form's id: the same walk, the same overview, then a row of its own. */
export const makers: Record<string, (birge: Birge, talk: Talk, submission: Submission) => Promise<Screen>> = {
  'new-organisation': organisationMade,
  'new-project': projectMade,
  group: groupDescribed,
  announcement: campaignMade,
  'youth-centre': centreMade,
  'label-application': applicationMade,
  [diaryForm]: deedMade,
  'volunteer-skills': skillsMade,
  'volunteer-paper': paperMade,
  'volunteer-agreement': agreementFilled,
  [recommendationForm]: letterMade,
  place: placeMade,
  'project-preparation': preparationKept,
  ...Object.fromEntries(centreKinds.map((kind) => [formIdOf(kind), assessmentFinished])),
};

/** Carries out what a just sent form asks for; undefined if it is one that people read. */
export async function makeFrom(birge: Birge, talk: Talk, id: number): Promise<Screen | undefined> {
  const submission = await readSubmission(birge.store, id);
  const make = submission && makers[submission.form];
  return make ? make(birge, talk, submission) : undefined;
}

/** Forms whose making marks them as accepted or takes them away: one that is still only sent has not been made. */
const marked: readonly string[] = [
  'new-organisation',
  'new-project',
  'youth-centre',
  diaryForm,
  'volunteer-skills',
  'volunteer-paper',
  'volunteer-agreement',
  recommendationForm,
  'place',
];

/** Carries out what a form asks for that this person sent while the making failed. Undefined: there is nothing to make. */
export async function makeAgain(birge: Birge, talk: Talk, id: number): Promise<Screen | undefined> {
  const submission = await readSubmission(birge.store, id);
  const waits = submission?.status === 'submitted' && submission.owner !== null && submission.owner === talk.person?.id;
  const make = waits && marked.includes(submission.form) ? makers[submission.form] : undefined;
  return submission && make ? make(birge, talk, submission) : undefined;
}

async function organisationMade(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  if (!may(talk.roles, 'make-organisation', { organisations: [] })) return { text: say('refused') };
  const { kind, programme } = kindMeant(textOf(submission, 'kind'));
  const organisation = {
    submission: submission.id,
    name: inWords(submission, 'name'),
    kind,
    programme,
    region: textOf(submission, 'region') ?? null,
  };
  const made = await makeOrganisation(birge.store, organisation, birge.now());
  const below =
    made.is === 'made' && parentsOf(kind).length > 0
      ? [[{ text: say('organisation-below'), data: `go:below:${made.id}` }]]
      : [];
  return {
    text: say('organisation-made'),
    buttons: [[{ text: say('menu-invite'), data: 'go:invite' }], ...below, menu(say('menu-button'))],
  };
}

async function projectMade(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const organisation = submission.about?.kind === 'organisation' ? submission.about.id : 0;
  const place = await placeOf(birge.store, organisation);
  if (!may(talk.roles, 'make-project', place)) return { text: say('refused') };
  const texts = {
    name: inWords(submission, 'name'),
    place: inWords(submission, 'place'),
    purpose: inWords(submission, 'purpose'),
    activities: inWords(submission, 'activities'),
  };
  const direction = textOf(submission, 'direction') ?? 'education';
  await makeProject(birge.store, { submission: submission.id, organisation, texts, direction }, birge.now());
  return {
    text: say('project-made'),
    buttons: [[{ text: say('menu-invite'), data: 'go:invite' }], menu(say('menu-button'))],
  };
}

const menu = (text: string) => [{ text, data: 'go:menu' }];

function textOf({ answers }: Submission, question: string): string | undefined {
  const value = answers[question]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A text asked for in Kazakh and, if one likes, in Russian: `name_kk`, `name_ru`. */
function inWords(submission: Submission, question: string): Words {
  const kk = textOf(submission, `${question}_kk`) ?? '';
  const ru = textOf(submission, `${question}_ru`);
  return ru === undefined ? { kk } : { kk, ru };
}

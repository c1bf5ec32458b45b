import { may } from '../../src/access/rights.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { formHash } from '../../src/forms/index.ts';
import { formIdOf, formOf } from '../../src/label/form.ts';
import { announceCentre } from '../../src/outbox/letters/centre-registered.ts';
import { centreKinds } from '../../src/rules/label-codes.ts';
import type { CentreKind } from '../../src/rules/label-codes.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { centresIn, describeCentre, readCentre } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { readOrganisation } from '../../src/store/organisations.ts';
import { introduce } from '../../src/store/people.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';
import { home, refusal, refuse } from './centre-right.ts';
import { describing, headOf } from './centre-words.ts';

/** Centres of one head that may wait to be confirmed; the database refuses more. */
const most = 3;

/** Asks what there is to know of a new centre. Anybody may: whoever registers it becomes its head. */
export async function registerCentre(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const say = birge.say(languageOf(talk));
  // Said before the form, so that nobody fills it in for nothing.
  if ((await waiting(birge, talk)) >= most) {
    return tell(birge, ctx, say('jb-ctr-too-many', { most }), [home(birge, talk)]);
  }
  const begun = talk.draft?.form === describing && talk.draft.about === null;
  if (!begun && ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, { text: say('jb-ctr-new-terms', { most }) });
  await openForm(birge, ctx, describing, null, true);
}

/** How many centres that nobody has confirmed yet have this person as head. */
async function waiting({ store }: Birge, { roles }: Talk): Promise<number> {
  const led = roles.filter(({ role, programme }) => role === 'head' && programme === 'label');
  const organisations = led.map(({ organisation }) => organisation);
  if (organisations.length < most) return 0;
  const found = await centresIn(store, { all: false, organisations, projects: [] }, null, 100);
  return found.filter(({ id, confirmed }) => !confirmed && organisations.includes(id)).length;
}

/** Asks anew for what is known of a centre, or for the first time where an administrator has only added it. */
export async function describeAgain(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  if (!(await mayDescribe(birge, ctx.talk, organisation))) return refuse(birge, ctx);
  const centre = await readCentre(birge.store, organisation);
  const answers = centre === null ? {} : describedAs(centre);
  await openForm(birge, ctx, describing, { kind: 'organisation', id: organisation }, true, { answers });
}

/** What is known of a centre, as answers to the form that describes it: only what has changed need be said. */
function describedAs({ name, region, kind, head, phone, email, address }: Centre): Record<string, string | null> {
  const known = { name_kk: name.kk, region: region ?? '', kind, head, phone, email, address };
  // A name in Russian that was left out stays so.
  return { ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')), name_ru: name.ru ?? null };
}

/** May they say what this organisation is? Only of a youth centre, be it described already or not. */
export async function mayDescribe(birge: Birge, { roles }: Talk, id: number): Promise<boolean> {
  const organisation = await readOrganisation(birge.store, id);
  if (organisation?.kind !== 'youth-centre') return false;
  return may(roles, 'describe-centre', { organisations: organisation.above, organisation: id });
}

/** Writes down what a sent form tells of a centre, has administrators told of it, and shows the way on. */
export async function centreMade(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const about = submission.about?.kind === 'organisation' ? submission.about.id : null;
  const described = readDescribed(submission);
  // The roles may have ended while the form was being filled in.
  const allowed = about === null || (await mayDescribe(birge, talk, about));
  if (talk.person === null || described === undefined || !allowed) return refusal(birge, talk);
  const centre = {
    submission: submission.id,
    person: talk.person.id,
    organisation: about,
    ...described,
    form: labelForm(birge, described.kind),
  };
  const made = await describeCentre(birge.store, centre, birge.now());
  if (made.is === 'too-many') return over(birge, talk, say('jb-ctr-too-many', { most }));
  if (made.is === 'gone') return over(birge, talk, say('jb-ctr-gone'));
  if (made.is === 'changed')
    return {
      text: say('jb-ctr-changed'),
      buttons: [[{ text: say('jb-ctr-details'), data: `jb:det:${about}` }], menu(say)],
    };
  return shown(birge, talk, made.id, about === null);
}

/** The form of the label for a kind of centre, by which the database finds its drafts. */
export function labelForm({ label }: Pick<Birge, 'label'>, kind: CentreKind): { id: string; hash: string } {
  return { id: formIdOf(kind), hash: formHash(formOf(label, kind)) };
}

async function shown(birge: Birge, talk: Talk, id: number, anew: boolean): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const centre = await readCentre(birge.store, id);
  if (centre === null) return over(birge, talk, say('jb-ctr-gone'));
  if (!centre.confirmed) await announceCentre(birge, id);
  if (anew) await becomeHead(birge, talk, centre);
  const rows: ScreenButton[][] = [
    [{ text: say('jb-ctr-open'), data: `jb:c:${id}` }],
    [{ text: say('jb-ctr-assess'), data: `jb:as:${id}` }],
    [{ text: say('jb-ctr-invite'), data: `go:invite:${id}` }],
    menu(say),
  ];
  const text = say(anew ? 'jb-ctr-registered' : 'jb-ctr-described');
  return { text: `${text}\n\n${headOf(birge, centre, language)}`, buttons: rows };
}

/** The talk began without the role and perhaps without a name; those who work in the centre see its head by name. */
async function becomeHead(birge: Birge, talk: Talk, { id, head }: Centre): Promise<void> {
  talk.roles = [...talk.roles, { role: 'head', organisation: id, project: null, programme: 'label' }];
  if (talk.person === null || talk.person.name !== null) return;
  await introduce(birge.store, talk.person.id, { name: head });
  talk.person.name = head;
}

/** What the form tells; undefined: something is missing that it never leaves out. */
function readDescribed({ answers }: Submission) {
  const said = (question: string): string => {
    const value = answers[question]?.value;
    return typeof value === 'string' ? value : '';
  };
  const kind = centreKinds.find((known) => known === said('kind'));
  if (kind === undefined || said('name_kk') === '') return undefined;
  const ru = said('name_ru');
  return {
    name: ru === '' ? { kk: said('name_kk') } : { kk: said('name_kk'), ru },
    region: said('region') === '' ? null : said('region'),
    kind,
    head: said('head'),
    phone: said('phone'),
    email: said('email'),
    address: said('address'),
  };
}

const over = (birge: Birge, talk: Talk, text: string): Screen => ({
  text,
  buttons: [home(birge, talk), menu(birge.say(languageOf(talk)))],
});

const menu = (say: Say): ScreenButton[] => [{ text: say('menu-button'), data: 'go:menu' }];

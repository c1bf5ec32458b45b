import { dataOfLink, linkOfCode } from '../src/announcing/links.ts';
import { today } from '../src/context.ts';
import type { Birge, Ctx, Say } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { nameIn } from '../src/people/name.ts';
import { adult, consentVersion, standingOf } from '../src/people/standing.ts';
import type { Standing } from '../src/people/standing.ts';
import { ageOn, dayInNumbers, moveDay, readDay } from '../src/rules/dates.ts';
import { hearing } from '../src/screens/hearing.ts';
import type { Screen, Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { issueInvitation } from '../src/store/invitations.ts';
import { giveConsent, introduce, withdrawConsent } from '../src/store/people.ts';
import { language } from '../src/store/talks.ts';
import type { Person } from '../src/store/talks.ts';
import { joinByLink } from './join.ts';
import { changeLanguage, languageScreen } from './language.ts';
import { linksInHtml } from './links.ts';
import { menuScreen } from './menu.ts';

/** How long a parent has for the link, in days. */
const linkDays = 14;

/**
 * From the first message to the menu: language, consent, birth date; under 18 a parent's word.
 * The link that somebody came by is used when they are ready; the topic is the code of an announcement's button, or empty.
 */
export function welcome(birge: Birge): Turns<string> {
  return { name: 'welcome', show: (ctx, code) => show(birge, ctx, code), hear: (ctx) => hear(birge, ctx) };
}

async function show(birge: Birge, { talk }: Ctx, code: string): Promise<Step> {
  const { person, note } = talk;
  if (person === null) return { is: 'over', screens: [] };
  const say = birge.say(person.language);
  talk.note = undefined;
  const standing = standingOf(person, today(birge));
  if (standing === 'ready') {
    const joined = await joinByLink(birge, talk);
    const last = wayOn(say, code) ?? menuScreen(birge, talk);
    return { is: 'over', screens: joined ? [joined, last] : [last] };
  }
  const asked = screenFor(standing, say, person, birge);
  return { is: 'wait', screens: [{ ...asked, text: note ? `${note}\n\n${asked.text}` : asked.text }] };
}

/** Whoever came by an announcement's button goes on where it leads, one press away. */
function wayOn(say: Say, code: string): Screen | undefined {
  const link = linkOfCode(code);
  if (link === undefined || link === 'menu') return undefined;
  const text = say(link === 'deadlines' ? 'menu-deadlines' : 'menu-questionnaire');
  const menu = { text: say('menu-button'), data: 'go:menu' };
  return { text: say('ann-way-on'), buttons: [[{ text, data: dataOfLink(link) }], [menu]] };
}

function screenFor(standing: Exclude<Standing, 'ready'>, say: Say, person: Person, birge: Birge): Screen {
  switch (standing) {
    case 'language':
      return languageScreen('w');
    case 'consent': {
      const anew = person.bornOn !== null && person.consent !== null;
      const text = `${anew ? `${say('consent-anew')}\n\n` : ''}${say('consent-text')}`;
      return {
        text,
        buttons: [
          [{ text: say('consent-agree'), data: 'w:agree' }],
          [{ text: say('consent-decline'), data: 'w:decline' }],
        ],
      };
    }
    case 'born-on':
      return { text: say('born-on-ask'), field: { input: 'date', min: '1900-01-01', max: today(birge) } };
    case 'name':
      return { text: say(isMinor(birge, person) ? 'minor-name-ask' : 'role-name-ask') };
    case 'guardian':
      return { text: say('guardian-waiting'), buttons: [[{ text: say('guardian-new-link'), data: 'w:link' }]] };
  }
}

async function hear(birge: Birge, ctx: Ctx): Promise<Heard> {
  const { talk } = ctx;
  const { person } = talk;
  if (person === null) return { is: 'elsewhere' };
  const heard = hearing(ctx);
  const chosen = heard.is === 'press' ? language.safeParse(/^w:lang:(..)$/.exec(heard.data)?.[1]) : undefined;
  if (chosen?.success) {
    await changeLanguage(birge, talk, chosen.data);
    return { is: 'again' };
  }
  const press = heard.is === 'press' ? heard.data : undefined;
  const text = heard.is === 'text' ? heard.text : '';
  const say = birge.say(languageOf(talk));
  switch (standingOf(person, today(birge))) {
    case 'consent':
      if (press === 'w:decline') {
        // Whoever refuses on coming of age ends what a parent once agreed to.
        if (person.consent !== null) await withdrawConsent(birge.store, person.id, birge.now());
        person.consent = null;
        return {
          is: 'over',
          screens: [
            { text: say('consent-declined'), buttons: [[{ text: say('consent-look-again'), data: 'go:menu' }]] },
          ],
        };
      }
      if (press === 'w:agree') await agree(birge, person);
      else talk.note = say('consent-use-buttons');
      return { is: 'again' };
    case 'born-on':
      talk.note = await takeBirthDate(birge, person, text, say);
      return { is: 'again' };
    case 'name':
      talk.note = await takeName(birge, person, text, say);
      return { is: 'again' };
    case 'guardian':
      if (press === 'w:link') talk.note = await guardianLink(birge, person, say);
      // Somebody of age who mistyped the year would otherwise wait for ever.
      else if (readDay(text).is === 'day') talk.note = await takeBirthDate(birge, person, text, say);
      return { is: 'again' };
    default:
      return { is: 'again' };
  }
}

async function agree(birge: Birge, person: Person): Promise<void> {
  const consent = {
    person: person.id,
    givenBy: person.id,
    giverName: null,
    version: consentVersion,
    how: 'self',
  } as const;
  await giveConsent(birge.store, consent, birge.now());
  person.consent = { version: consentVersion, how: 'self' };
}

/** Keeps a birth date; gives the sentence to say if it was none, or if it changes what happens next. */
async function takeBirthDate(birge: Birge, person: Person, text: string, say: Say): Promise<string | undefined> {
  const day = today(birge);
  const read = readDay(text);
  if (read.is === 'problem') return say(`problem-${read.problem}`);
  if (read.day > day) return say('problem-date-late', { max: dayInNumbers(day) });
  const earliest = moveDay(day, { years: -120 });
  if (read.day < earliest) return say('problem-date-early', { min: dayInNumbers(earliest) });
  await introduce(birge.store, person.id, { bornOn: read.day });
  person.bornOn = read.day;
  if (ageOn(read.day, day) >= adult) return undefined;
  // Their own word does not count before 18: only what the law lets us keep stays.
  await withdrawConsent(birge.store, person.id, birge.now());
  person.consent = null;
  return say('minor-why');
}

async function takeName(birge: Birge, person: Person, text: string, say: Say): Promise<string | undefined> {
  const read = nameIn(text);
  if (read.is !== 'name') return say(`problem-${read.problem}`, read.vars);
  await introduce(birge.store, person.id, { name: read.name });
  person.name = read.name;
  return isMinor(birge, person) ? guardianLink(birge, person, say) : undefined;
}

const isMinor = (birge: Birge, { bornOn }: Person): boolean => bornOn !== null && ageOn(bornOn, today(birge)) < adult;

/** A new one-time link for a parent; older ones stop working. */
async function guardianLink(birge: Birge, person: Person, say: Say): Promise<string> {
  const terms = { issuedBy: person.id, uses: 1, days: linkDays };
  const code = await issueInvitation(birge.store, { kind: 'guardian', child: person.id }, terms, birge.now());
  const links = linksInHtml(birge, code);
  return `${say('guardian-link', { days: linkDays })}\n\n${links}`;
}

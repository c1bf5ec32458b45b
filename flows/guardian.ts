import { may } from '../src/access/rights.ts';
import { today } from '../src/context.ts';
import type { Birge, Ctx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { adult, consentVersion } from '../src/people/standing.ts';
import { nameIn } from '../src/people/name.ts';
import { ageOn } from '../src/rules/dates.ts';
import { hearing } from '../src/screens/hearing.ts';
import type { Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { acceptGuardian, readInvitation } from '../src/store/invitations.ts';
import { language } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';
import { changeLanguage, languageScreen } from './language.ts';

/** The talk with somebody who opened a child's link: a parent or representative, or a coordinator with the signed paper. */
export function guardian(birge: Birge): Turns<string> {
  return {
    name: 'guardian',
    show: (ctx, code) => show(birge, ctx.talk, code),
    hear: (ctx, code) => hear(birge, ctx, code),
  };
}

async function show(birge: Birge, talk: Talk, code: string): Promise<Step> {
  const { person, note } = talk;
  const say = birge.say(languageOf(talk));
  talk.note = undefined;
  if (person === null) return { is: 'over', screens: [] };
  if (!person.languageChosen) return { is: 'wait', screens: [languageScreen('w')] };
  const offer = await readInvitation(birge.store, code, birge.now());
  if (offer.is !== 'open' || offer.child === null) {
    return { is: 'over', screens: [{ text: say(offer.is === 'over' ? 'guardian-link-over' : 'invitation-unknown') }] };
  }
  const refusal = refusalFor(birge, talk, offer.child.id);
  if (refusal) return { is: 'over', screens: [{ text: say(refusal) }] };
  return ask(birge, talk, offer.child.name ?? '', note);
}

/** What the parent is asked: whether they agree, then who they are, then whether the name is right. */
type Stage = 'agree' | 'name' | 'confirm';

function ask(birge: Birge, talk: Talk, child: string, note: string | undefined): Step {
  const say = birge.say(languageOf(talk));
  // Whoever holds the paper has the parent's yes already; a parent says it first, and only then their name.
  const paper = recordsPaper(talk);
  const before = stageIn(talk);
  const stage: Stage = paper && before === 'agree' ? 'name' : before;
  const name = talk.seen?.words ?? '';
  const texts = {
    agree: say('guardian-text', { child }),
    name: say(paper ? 'guardian-paper-text' : 'guardian-name', { child }),
    confirm: say('guardian-confirm', { child, name }),
  };
  const yes = { agree: 'guardian-agree', name: undefined, confirm: 'guardian-confirm-yes' }[stage];
  const buttons = [
    ...(yes ? [[{ text: say(yes), data: 'w:agree' }]] : []),
    [{ text: say(declining(talk)), data: 'w:decline' }],
  ];
  const text = note ? `${note}\n\n${texts[stage]}` : texts[stage];
  const seen = { question: stage, rev: 0, ...(stage === 'confirm' && { words: name }) };
  return { is: 'wait', screens: [{ text, buttons }], seen };
}

/** Where the talk with this parent stands. */
function stageIn({ seen }: Talk): Stage {
  return seen?.question === 'name' || seen?.question === 'confirm' ? seen.question : 'agree';
}

/** A child can not agree for themselves, nor for another child. */
function refusalFor(birge: Birge, { person }: Talk, child: number): string | undefined {
  if (person?.id === child) return 'guardian-self';
  const minor = person?.bornOn && ageOn(person.bornOn, today(birge)) < adult;
  return minor ? 'guardian-minor' : undefined;
}

const recordsPaper = ({ roles }: Talk) => may(roles, 'record-paper-consent', { organisations: [] });

async function hear(birge: Birge, ctx: Ctx, code: string): Promise<Heard> {
  const { talk } = ctx;
  const { person } = talk;
  const heard = hearing(ctx);
  if (person === null) return { is: 'elsewhere' };
  const chosen = heard.is === 'press' ? language.safeParse(/^w:lang:(..)$/.exec(heard.data)?.[1]) : undefined;
  if (chosen?.success) {
    await changeLanguage(birge, talk, chosen.data);
    return { is: 'again' };
  }
  const say = birge.say(languageOf(talk));
  const text = heard.is === 'text' ? heard.text : '';
  if ((heard.is === 'press' && heard.data === 'w:decline') || isCalled(birge, declining(talk), text)) {
    return { is: 'over', screens: [{ text: say('guardian-declined') }] };
  }
  if (heard.is === 'press' && heard.data !== 'w:agree') return { is: 'elsewhere' };
  const stage = stageIn(talk);
  const agreed = heard.is === 'press' || isCalled(birge, 'guardian-agree', text);
  if (stage === 'confirm' && agreed) return accept(birge, talk, code, talk.seen?.words ?? '');
  if (stage === 'agree') {
    if (agreed) talk.seen = { question: 'name', rev: 0 };
    else talk.note = say('consent-use-buttons');
    return { is: 'again' };
  }
  const read = nameIn(text);
  if (read.is === 'name' && /\p{L}\P{L}+\p{L}/u.test(read.name)) {
    talk.seen = { question: 'confirm', rev: 0, words: read.name };
  } else {
    talk.note = read.is === 'name' ? say('guardian-full-name') : say(`problem-${read.problem}`, read.vars);
  }
  return { is: 'again' };
}

/** Records the consent under the confirmed name. */
async function accept(birge: Birge, talk: Talk, code: string, name: string): Promise<Heard> {
  const { person } = talk;
  if (person === null) return { is: 'elsewhere' };
  const say = birge.say(languageOf(talk));
  const how = recordsPaper(talk) ? 'paper' : 'guardian';
  const given = await acceptGuardian(birge.store, code, { person: person.id, name, how }, consentVersion, birge.now());
  return { is: 'over', screens: [{ text: say(`guardian-${given.is}`) }] };
}

/** Are these the words of that button, in any language? */
const isCalled = (birge: Birge, key: string, text: string): boolean =>
  language.options.some((spoken) => birge.say(spoken)(key).toLowerCase() === text.trim().toLowerCase());

const declining = (talk: Talk): string => (recordsPaper(talk) ? 'guardian-no-paper' : 'guardian-decline');

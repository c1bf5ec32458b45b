import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { loadForms } from '../../src/forms/index.ts';
import type { Question, Value } from '../../src/forms/index.ts';
import { readWords } from '../../src/words.ts';
import { answerPlan } from './answer-plan.ts';
import type { AnswerPlan, Chance } from './answer-plan.ts';
import type { BotMessage, ChatEvent } from './double/chat.ts';
import type { Person } from './double/person.ts';
import type { TelegramDouble } from './double/telegram-double.ts';

const content = join(import.meta.dirname, '..', '..', 'content');
const form = loadForms(join(content, 'forms')).get('volunteer-questionnaire');
const say = readWords(join(content, 'locales'))('kk');
const plain = (text: string) => text.replace(/<[^>]+>/g, '');
/** Milliseconds of silence after which nobody would wait any longer. */
const giveUp = 40_000;
const born = '14.05.2001';

/** What a message of the bot is to somebody who reads it. */
type Seen =
  | { is: 'question'; question: Question }
  | { is: 'overview' }
  | { is: 'birth date' }
  | { is: 'broken' }
  | { is: 'sent' }
  | { is: 'offer'; button: string };

type Act = { is: 'press'; button: string; on: number } | { is: 'say'; text: string } | { is: 'share'; phone: string };

/** How somebody goes about it; times in milliseconds. */
export interface Manner {
  /** Resolves when they want to do the next thing. */
  before?: () => Promise<void>;
  /** They press again when nothing has come for so long. */
  patience?: number;
  /** They act when the screen has stood still for so long. */
  reading?: number;
  /** Resolves when everything they sent has been answered: asked at a question that comes again as if it were new. */
  answered?: () => Promise<void>;
}

/**
 * Somebody with a phone who becomes a volunteer, in Kazakh and for the pool: reads what the bot writes, presses one of
 * the buttons that are there or writes what is asked for, and remembers what they answered.
 */
export class QuestionnaireWalker {
  readonly person: Person;
  /** What they have answered, as it should be stored. */
  readonly answers: Record<string, Value> = {};
  /** Every update that their phone sent. */
  readonly updates: Update[] = [];
  /** Questions that came again as if they had not been answered. */
  readonly asked: string[] = [];
  /** Messages that owned up to an error. */
  readonly broken: string[] = [];
  /** Everything they wrote, shared or pressed, word for word. */
  readonly told: string[] = [born];
  pressedAgain = 0;
  /** How often the button that opens the questionnaire was among them: each press shows the first question. */
  openedAgain = 0;
  readonly #plans = new Map<string, AnswerPlan>();
  readonly #chance: Chance;
  /** The event after which they wait for the bot. */
  #from = 0;
  #stillSince = performance.now();

  constructor(double: TelegramDouble, id: number, chance: Chance) {
    this.#chance = chance;
    this.person = double.person({ id, first_name: 'Гүлназ', language_code: 'kk' });
    this.person.chat.listeners.listen((event) => {
      if (messageIn(event) !== undefined) this.#stillSince = performance.now();
    });
  }

  /** From `/start` until the questionnaire is sent. */
  async walk({ before, patience = 5_000, reading = 0, answered }: Manner = {}): Promise<void> {
    let act: Act = { is: 'say', text: '/start' };
    await this.#do(act);
    for (;;) {
      await before?.();
      let read = await this.#read(patience, reading);
      // Perhaps it is only shown twice, and what they answered waits its turn.
      if (read && answered && this.#isAsNew(read)) read = await answered().then(() => this.#read(patience, reading));
      if (read === undefined) {
        const { chat } = this.person;
        if (performance.now() - this.#stillSince > giveUp) throw new Error(`nothing more comes:\n${chat.transcript()}`);
        // What was written stands there with its tick; only a button looks as if it had not been pressed.
        if (act.is !== 'press') continue;
        this.pressedAgain += 1;
        if (act.button === say('projects-pool')) this.openedAgain += 1;
        chat.note({ kind: 'noted', text: 'presses again' });
        await this.#do(act);
        continue;
      }
      if (read.seen.is === 'sent') return;
      act = this.#choose(read.seen, read.message);
      await this.#do(act);
    }
  }

  #choose(seen: Exclude<Seen, { is: 'sent' }>, { buttons, message_id: on, text }: BotMessage): Act {
    switch (seen.is) {
      case 'question':
        return this.#answer(seen.question, buttons.flat(), on, text);
      case 'overview':
        return { is: 'press', button: say('form-send'), on };
      case 'birth date':
        return { is: 'say', text: born };
      case 'broken':
        this.broken.push(text);
        return { is: 'press', button: say('go-on'), on };
      case 'offer':
        return { is: 'press', button: seen.button, on };
    }
  }

  #isAsNew({ seen, message }: { seen: Seen; message: BotMessage }): boolean {
    return (
      seen.is === 'question' && seen.question.id in this.answers && !message.buttons.flat().includes(say('form-keep'))
    );
  }

  #answer(question: Question, buttons: string[], on: number, text: string): Act {
    if (buttons.includes(say('form-keep'))) return { is: 'press', button: say('form-keep'), on };
    if (question.id in this.answers) this.asked.push(question.id);
    const known = this.#plans.get(question.id);
    const plan = known ?? answerPlan(question, this.#chance);
    this.#plans.set(question.id, plan);
    const step = plan.next(buttons, text.includes(plain(say('form-write-other'))));
    if (step.last) this.answers[question.id] = plan.value;
    if (step.press !== undefined) return { is: 'press', button: step.press, on };
    return question.type === 'phone' ? { is: 'share', phone: step.say } : { is: 'say', text: step.say };
  }

  async #do(act: Act): Promise<void> {
    this.#from = this.person.chat.events.length;
    this.told.push(act.is === 'press' ? act.button.replace('✓ ', '') : act.is === 'say' ? act.text : act.phone);
    this.updates.push(await this.#perform(act));
  }

  #perform(act: Act): Promise<Update> {
    if (act.is === 'press') return this.person.presses(act.button, act.on);
    return act.is === 'say' ? this.person.says(act.text) : this.person.sharesContact(act.phone);
  }

  /** The newest message since their last act that asks for something, once the screen stands still; undefined: none comes. */
  async #read(patience: number, reading: number): Promise<{ message: BotMessage; seen: Seen } | undefined> {
    const since = performance.now();
    for (;;) {
      const read = this.#newest();
      if (read ? performance.now() - this.#stillSince >= reading : performance.now() - since > patience) return read;
      await new Promise((again) => setTimeout(again, 5));
    }
  }

  #newest(): { message: BotMessage; seen: Seen } | undefined {
    const said = this.person.chat.events.slice(this.#from).flatMap((event) => messageIn(event) ?? []);
    for (const message of said.toReversed()) {
      const view = this.person.chat.view(message);
      const seen = see(view);
      if (seen !== undefined) return { message: view, seen };
    }
    return undefined;
  }
}

function messageIn(event: ChatEvent) {
  return (event.kind === 'said' || event.kind === 'edited') && event.message.from?.is_bot ? event.message : undefined;
}

/** The question that a message asks, if it asks one. */
export function questionIn(text: string): Question | undefined {
  if (!/^\d+ \/ \d+$/m.test(text)) return undefined;
  return form?.questions.find(({ text: asked }) => text.includes('kk' in asked ? asked.kk : asked.pool.kk));
}

/** In the order in which somebody would press them. */
const offers = [
  'Қазақша',
  say('consent-agree'),
  say('go-on'),
  say('projects-pool'),
  say('menu-questionnaire'),
  say('menu-button'),
];

/** Undefined: it only tells something. */
function see({ text, buttons }: BotMessage): Seen | undefined {
  const question = questionIn(text);
  if (question) return { is: 'question', question };
  if (text.includes(say('form-overview-title'))) return { is: 'overview' };
  if (form && 'pool' in form.thanks && text.includes(form.thanks.pool.kk)) return { is: 'sent' };
  if (text.includes(plain(say('born-on-ask')).split('\n')[0] ?? '')) return { is: 'birth date' };
  if (text.startsWith(say('error', { id: '' }).slice(0, 20))) return { is: 'broken' };
  const button = offers.find((offer) => buttons.flat().includes(offer));
  return button === undefined ? undefined : { is: 'offer', button };
}

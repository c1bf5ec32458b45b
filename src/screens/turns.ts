import { createConversation } from '@grammyjs/conversations';
import type { Conversation } from '@grammyjs/conversations';
import type { Middleware } from 'grammy';
import type { Ctx, OuterCtx } from '../context.ts';
import { put } from './put.ts';
import type { Screen, Seen, Step } from './screen.ts';

/** What came of the thing that was heard. */
export type Heard =
  /** Go round: show where the talk stands now. */
  | { is: 'again' }
  /** The flow is over; these are said last. `sent`: the submission that was sent by it. */
  | { is: 'over'; screens: Screen[]; sent?: number }
  /** Not for this flow: it ends and the update goes on to the handlers behind it. */
  | { is: 'elsewhere' };

/**
 * A flow that goes in turns: it shows where the person stands, hears one thing, and shows again. Both halves read and
 * write the database; nothing is kept in variables, so the talk costs the same at its first and at its last question,
 * and losing the conversation loses nothing.
 */
export interface Turns<Topic extends string | number> {
  name: string;
  show(ctx: Ctx, topic: Topic): Promise<Step>;
  /** `seen` is what the last showing in this chat gave. */
  hear(ctx: Ctx, topic: Topic, seen?: Seen): Promise<Heard>;
}

/** Makes the conversation of a flow. Inside `external` the outer context is at hand, and nothing may be sent. */
export function conversationOf<Topic extends string | number>(turns: Turns<Topic>): Middleware<OuterCtx> {
  const builder = async (conversation: Conversation<OuterCtx, Ctx>, ctx: Ctx, topic: Topic) => {
    // First of all: what is recorded before a checkpoint stays for ever.
    const start = conversation.checkpoint();
    const step = await conversation.external({
      task: (outer: OuterCtx) => remembering(outer, async () => (outer.talk.step = await turns.show(outer, topic))),
      // A replay takes the calls' results from its records: only how many there were and of which method must be kept.
      beforeStore: ({ screens, ...rest }) => ({ ...rest, screens: screens.map((screen) => screen.replaces ?? 0) }),
      afterLoad: ({ screens, ...rest }): Step => ({ ...rest, screens: screens.map(recorded) }),
    });
    // The texts themselves stay on the talk, outside of what is stored: a replay, on a later update, needs none.
    for (const screen of ctx.talk.step?.screens ?? step.screens) await put(ctx.api, chatOf(ctx), screen);
    if (step.is === 'over') return;
    await conversation.wait();
    const heard = await conversation.external({
      task: (outer: OuterCtx) => {
        outer.talk.seen = step.seen;
        return remembering(outer, () => turns.hear(outer, topic, step.seen));
      },
    });
    if (heard.is === 'elsewhere') await conversation.halt({ next: true });
    if (heard.is === 'over') {
      for (const screen of heard.screens) await put(ctx.api, chatOf(ctx), screen);
      return;
    }
    await conversation.rewind(start);
  };
  return createConversation(builder, turns.name);
}

const chatOf = (ctx: Ctx): number => ctx.chatId ?? 0;

const recorded = (replaces: number): Screen => (replaces === 0 ? { text: '' } : { text: '', replaces });

/** An error inside a conversation loses its class on the way out: the talk keeps the error itself. */
async function remembering<T>(outer: OuterCtx, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    outer.talk.failure = error;
    throw error;
  }
}

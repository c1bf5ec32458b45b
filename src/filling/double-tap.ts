import type { Birge } from '../context.ts';
import type { Seen } from '../screens/screen.ts';
import type { Talk } from '../talks/talk.ts';

/** Milliseconds within which the same button pressed again is the same press, made twice by a finger or a slow line. */
const together = 3000;

/** The press that this update makes, to be compared with the next one; undefined if no button was pressed. */
export function pressIn(birge: Birge, { update }: Talk): Seen['press'] {
  const { callback_query: pressed } = update;
  if (pressed?.data === undefined) return undefined;
  return { on: pressed.message?.message_id ?? 0, data: pressed.data, at: birge.now().getTime() };
}

/** Is it the press again that led to what the person sees? */
export function isDoubleTap(birge: Birge, talk: Talk, seen: Seen | undefined): boolean {
  const now = pressIn(birge, talk);
  const before = seen?.press;
  if (now === undefined || before === undefined) return false;
  return now.on === before.on && now.data === before.data && now.at - before.at < together;
}

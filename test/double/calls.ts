import type { ApiAnswer } from '../../src/channels/channel.ts';
import { TurnedClock } from '../support/double/clock.ts';
import type { Person } from '../support/double/person.ts';
import { TelegramDouble, type DoubleOptions } from '../support/double/telegram-double.ts';

/** A double on a clock that stands still, and a person who has started the bot; nothing waits. */
export async function opened(
  options: Omit<DoubleOptions, 'clock'> = {},
): Promise<{ double: TelegramDouble; clock: TurnedClock; dana: Person }> {
  const clock = new TurnedClock();
  const double = new TelegramDouble({ ...options, clock });
  const dana = double.person({ id: 7, first_name: 'Дана', language_code: 'kk' });
  await dana.starts();
  await double.call('getUpdates', { offset: 2 ** 31 - 1 });
  return { double, clock, dana };
}

/** What a refusal says: code and text; `'ok'` for an accepted call. */
export function said(answer: ApiAnswer): string {
  return answer.ok ? 'ok' : `${answer.error_code} ${answer.description}`;
}

/** The result of an accepted call as a plain object. */
export function result(answer: ApiAnswer): Record<string, unknown> {
  if (!answer.ok) throw new Error(said(answer));
  return answer.result as Record<string, unknown>;
}

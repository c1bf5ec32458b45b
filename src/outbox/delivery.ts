import { GrammyError } from 'grammy';
import { inDoubt, notBegun } from '../channels/channel.ts';
import type { End } from '../store/outbox.ts';

/** Seconds to wait if the channel says "too many" and not how long. */
const usualPause = 5;

/** What a channel answers about a chat that nobody reads any more, besides every 403. */
const gone = ['chat not found', 'user is deactivated', 'PEER_ID_INVALID', 'group chat was deleted'];

/** Makes one try; whatever came of it is an end. */
export async function deliver(send: () => Promise<number>): Promise<End> {
  try {
    const messageId = await send();
    return messageId === 0 ? { end: 'in-doubt', reason: 'no message id' } : { end: 'sent', messageId };
  } catch (error) {
    return endOf(error);
  }
}

/** Reads a failed try. What is no answer of the channel may have reached it all the same. */
export function endOf(error: unknown): End {
  if (!(error instanceof GrammyError)) {
    return { end: 'in-doubt', reason: error instanceof Error ? error.name : 'unknown' };
  }
  const { error_code: code, parameters, description } = error;
  const reason = withoutQuotes(description);
  if (code === notBegun) return { end: 'not-begun', reason };
  if (code === inDoubt || code >= 500) return { end: 'in-doubt', reason, ...messageIn(parameters) };
  if (code === 429) return { end: 'limited', seconds: parameters.retry_after ?? usualPause };
  if (parameters.migrate_to_chat_id !== undefined) return { end: 'moved', to: String(parameters.migrate_to_chat_id) };
  if (code === 403 || gone.some((words) => description.includes(words))) return { end: 'gone', reason };
  // A wrong token refuses every message alike: none of them is to be lost for it.
  if (code === 401 || code === 404) return { end: 'not-begun', reason };
  return { end: 'rejected', reason };
}

/** The message in doubt, where the channel knows which one it is. */
const messageIn = (parameters: object): { messageId?: number } =>
  'message_id' in parameters && typeof parameters.message_id === 'number' ? { messageId: parameters.message_id } : {};

/** Telegram quotes pieces of the message when it can not read it; those must not be stored or logged. */
function withoutQuotes(description: string): string {
  return description
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/(?<!\w)'[^']*'?/g, "'…'")
    .slice(0, 100);
}

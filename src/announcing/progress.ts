import type { Api } from 'grammy';
import type { Birge } from '../context.ts';
import { endOf } from '../outbox/delivery.ts';
import { put } from '../screens/put.ts';
import type { Screen } from '../screens/screen.ts';
import { claimProgress, noteProgress } from '../store/campaigns/sending.ts';
import type { Progress } from '../store/campaigns/sending.ts';
import { chatGone } from '../store/talks.ts';
import { standingScreen } from './running.ts';

/** What a messenger answers when the message says that already, and when it is not there any more or too old. */
const same = 'message is not modified';
const vanished = ['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'];

/**
 * Tells the authors of campaigns under way how far they are: one message each, which is edited. `apis` make one try for each
 * call, by the row of their account in `channels`. What could not be told now is told by the next look, after ten seconds.
 */
export async function tellProgress(birge: Birge, apis: ReadonlyMap<number, Api>): Promise<void> {
  const able = [...birge.channels].filter(([id, { ready }]) => apis.has(id) && ready?.() !== false);
  const claimed = await claimProgress(
    birge.store,
    able.map(([id]) => id),
    birge.now(),
  );
  for (const progress of claimed) {
    const api = apis.get(progress.channel);
    if (api) await tell(birge, api, progress);
  }
}

async function tell(birge: Birge, api: Api, progress: Progress): Promise<void> {
  const { id, counts, told, channel, language } = progress;
  // What is written there stays as it is: only what is new about the whole is worth a message.
  const asks = birge.channels.get(channel)?.kind === 'whatsapp';
  const silent = asks && told?.state === counts.state;
  const message = silent
    ? (progress.message ?? 0)
    : await show(birge, api, progress, await standingScreen(birge, { id, counts, language, asks }), !asks);
  if (message !== undefined) await noteProgress(birge.store, progress, message);
}

/** Gives the message that tells it now, 0 if nobody knows which; undefined: it is to be told by the next look. */
async function show(
  birge: Birge,
  api: Api,
  progress: Progress,
  screen: Screen,
  edits: boolean,
): Promise<number | undefined> {
  const { id, channel, chat, message } = progress;
  const replaces = edits && message !== null && message !== 0 ? message : undefined;
  try {
    return await put(api, chat, { ...screen, ...(replaces !== undefined && { replaces }) });
  } catch (error) {
    const end = endOf(error);
    const reason = 'reason' in end ? end.reason : '';
    if (replaces !== undefined && reason.includes(same)) return replaces;
    if (replaces !== undefined && vanished.some((words) => reason.includes(words)))
      return show(birge, api, { ...progress, message: null }, screen, edits);
    if (end.end === 'gone') await chatGone(birge.store, channel, chat, birge.now());
    birge.log.warn({ campaign: id, end: end.end, reason }, 'the progress of an announcement could not be told');
    // It would be refused again, or be said twice: the next change is a new try.
    return end.end === 'rejected' || (end.end === 'in-doubt' && !edits) ? (message ?? 0) : undefined;
  }
}

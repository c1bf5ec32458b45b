import type { ApiAnswer, ClientFetch } from './channel.ts';

/**
 * Keeps of a sent message only its id and chat: a conversation records what its calls returned, and what was said is
 * neither needed again nor anybody's to store there.
 */
export function briefly(fetch: ClientFetch): ClientFetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    return { json: async () => brief(await response.json()) };
  };
}

function brief(answer: ApiAnswer): ApiAnswer {
  if (!answer.ok || typeof answer.result !== 'object' || answer.result === null) return answer;
  if (!('message_id' in answer.result && 'chat' in answer.result)) return answer;
  const { message_id, date, chat } = answer.result as {
    message_id: number;
    date: number;
    chat: { id: number; type: string };
  };
  return { ok: true, result: { message_id, date, chat: { id: chat.id, type: chat.type } } };
}

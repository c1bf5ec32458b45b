import { readCall } from '../bot-api.ts';
import type { ApiAnswer, ClientFetch } from '../channel.ts';
import { Ended } from './ended.ts';
import type { Method, MethodTools } from './methods/method.ts';
import { Refusal } from './methods/payload.ts';
import {
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  sendDocument,
  sendMessage,
  sendPhoto,
} from './methods/send.ts';
import { answerCallbackQuery, getFile, sendChatAction } from './methods/signal.ts';

/** WhatsApp has no place for these, or does not let them be done; they succeed without doing anything. */
const nothing: Method = async () => true;

/** Every method of the Bot API that WhatsApp understands. */
const methods: Record<string, Method> = {
  getMe: async (_payload, { me }) => me,
  sendMessage,
  sendDocument,
  sendPhoto,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage: nothing,
  sendChatAction,
  answerCallbackQuery,
  getFile,
  setMyCommands: nothing,
  deleteMyCommands: nothing,
  setMyName: nothing,
  setMyDescription: nothing,
  setMyShortDescription: nothing,
  setChatMenuButton: nothing,
  deleteWebhook: nothing,
};

/** The `fetch` of grammY's client for WhatsApp: says what the call says and never throws. */
export function createGateway(tools: MethodTools): ClientFetch {
  return async (url, init) => {
    const answer = await answerCall(url, init, tools);
    return { json: async () => answer };
  };
}

async function answerCall(
  url: Parameters<ClientFetch>[0],
  init: Parameters<ClientFetch>[1],
  tools: MethodTools,
): Promise<ApiAnswer> {
  let name = 'unread';
  try {
    const call = await readCall(url, init);
    name = call.method;
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) return { ok: false, error_code: 404, description: 'Not Found: method not found' };
    return { ok: true, result: await method(call.payload, tools) };
  } catch (error) {
    if (error instanceof Ended) return error.answer;
    if (error instanceof Refusal) return { ok: false, error_code: error.code, description: error.message };
    if (error instanceof SyntaxError) {
      return { ok: false, error_code: 400, description: "Bad Request: can't parse the request" };
    }
    tools.log.error({ err: error, method: name }, 'a call to WhatsApp failed');
    return { ok: false, error_code: 500, description: 'Internal Server Error' };
  }
}

import type { ClientFetch } from '../channel.ts';
import { gatewayOf } from '../gateway.ts';
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText } from './methods/edit.ts';
import type { Method, MethodTools } from './methods/method.ts';
import { sendDocument, sendMessage, sendPhoto } from './methods/send.ts';
import { answerCallbackQuery, getFile, sendChatAction } from './methods/signal.ts';

/** A page has no place for these; they succeed without doing anything. */
const nothing: Method = async () => true;

/** Every method of the Bot API that the page understands. */
export const methods: Record<string, Method> = {
  getMe: async (_payload, { me }) => me,
  sendMessage,
  sendDocument,
  sendPhoto,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
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

/** The `fetch` of grammY's client for the web chat: does the call on the page and never throws. */
export function createGateway(tools: MethodTools): ClientFetch {
  return gatewayOf({ channel: 'the web chat', methods, failed: 'the message was not stored' }, tools);
}

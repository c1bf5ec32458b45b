import type { ClientFetch } from '../channel.ts';
import { gatewayOf } from '../gateway.ts';
import type { Method, MethodTools } from './methods/method.ts';
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
  return gatewayOf({ channel: 'WhatsApp', methods, failed: 'the call was not done' }, tools);
}

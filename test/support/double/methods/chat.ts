import { badRequest } from '../refusal.ts';
import type { Method } from './method.ts';

const actions = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);
const maxAnswer = 200;
/** How long a press can be answered; the service gives no exact figure. */
const answerableFor = 15 * 60 * 1000;

export const answerCallbackQuery: Method = (state, call) => {
  const press = state.presses.get(call.text('callback_query_id'));
  if (press === undefined || press.at < state.clock.now() - answerableFor) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = call.text('text');
  if ([...text].length > maxAnswer) throw badRequest('MESSAGE_TOO_LONG');
  const alert = call.flag('show_alert');
  press.answers.push({ text, alert });
  if (text !== '') press.chat.note({ kind: 'notified', text, alert });
  return true;
};

export const sendChatAction: Method = (state, call) => {
  const action = call.text('action');
  if (!actions.has(action)) throw badRequest('wrong parameter action in request');
  const chat = state.chats.writable(call.text('chat_id'));
  state.actions.push({ chat_id: chat.id, action, at: state.clock.now() });
  return true;
};

export const getChat: Method = (state, call) => {
  const chat = state.chats.named(call.text('chat_id'));
  return { ...chat.about, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
};

export const getChatMember: Method = (state, call) => {
  const chat = state.chats.named(call.text('chat_id'));
  const id = call.integer('user_id');
  if (id <= 0) throw badRequest('invalid user_id specified');
  if (id === state.me.id) return { status: chat.access === 'open' ? 'member' : 'left', user: state.me };
  const user = state.chats.users.get(id);
  if (user === undefined) throw badRequest('user not found');
  const isMember = chat.kind === 'private' ? chat.id === id : chat.members.has(id);
  return { status: isMember ? 'member' : 'left', user };
};

export const leaveChat: Method = (state, call) => {
  const chat = state.chats.writable(call.text('chat_id'));
  if (chat.kind === 'private') throw badRequest('chat is not a group');
  chat.access = 'left';
  return true;
};

export const getFile: Method = (state, call) => {
  const { file_id, file_unique_id, file_size, path } = state.files.forDownload(call.text('file_id'));
  return { file_id, file_unique_id, file_size, file_path: path };
};

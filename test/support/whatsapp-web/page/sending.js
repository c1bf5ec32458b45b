import { Socket } from './connection.js';
import { addMessage, MsgModel } from './models.js';
import { tell } from './tell.js';

const notSent = [];
let onTheWay = Promise.resolve();

/** Shows the message in the chat at once and hands it to the server as soon as there is a connection. */
export function addAndSendMsgToChat(chat, data) {
  const model = new MsgModel(data);
  addMessage(model);
  const { id, t, type, filename, mimetype, directPath } = model;
  const text = model.directPath ? model.caption : model.body;
  const record = { id: id._serialized, chat: chat.id._serialized, t, type, text, filename, mimetype, directPath };
  const result = Promise.withResolvers();
  notSent.push({ record, result });
  sendWaiting();
  return [Promise.resolve(model), result.promise];
}

export function sendWaiting() {
  while (Socket.state === 'CONNECTED' && notSent.length > 0) {
    const { record, result } = notSent.shift();
    // One after another, as over the single connection of the real page.
    onTheWay = onTheWay.catch(() => undefined).then(() => tell('send', record));
    result.resolve(onTheWay);
  }
}

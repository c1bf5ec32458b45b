// What the person sends goes out one by one, in order, each under an id of its own that stays the same when tried again.
import * as talk from './talk.js';
import { ask } from './wire.js';

const shelf = 'birge.unsent';
const unsent = new Map();
const pressed = new Map();
let line = Promise.resolve();
let events = {};

/** `events` are `sent(since)`, `stranger()` (a promise: the server does not know this browser) and `complain(code)`. */
export function startOutbox(given) {
  events = given;
  for (const item of JSON.parse(sessionStorage.getItem(shelf) || '[]')) unsent.set(item.key, item);
}

/** A random UUID, also on old phones and plain HTTP, where `crypto.randomUUID` is missing. */
export function newKey() {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (256 + byte).toString(16).slice(1)).join(
    '',
  );
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

export function send({ text, file, key = newKey() }) {
  unsent.set(key, { key, text, file });
  return retry(key);
}

export function retry(key) {
  const item = unsent.get(key);
  if (!item || item.busy) return undefined;
  Object.assign(item, { busy: true, code: undefined });
  talk.showSending(item);
  keepOnShelf();
  return queue(() => deliver(item));
}

/** Tries again what is not on its way: the connection is back. */
export const retryAll = () => [...unsent.keys()].forEach((key) => void retry(key));

export function forgetUnsent() {
  unsent.clear();
  keepOnShelf();
}

/** Presses a button; the same button pressed again after a failure has the same id. */
export function press(message, data, button) {
  if (button.hasAttribute('aria-busy')) return;
  const place = `${message}:${data}`;
  const id = pressed.get(place) || newKey();
  pressed.set(place, id);
  button.setAttribute('aria-busy', 'true');
  void queue(async () => {
    const since = Date.now();
    const answer = await post({ id, press: { message, data } });
    button.removeAttribute('aria-busy');
    if (!answer.ok) return events.complain(answer.code);
    pressed.delete(place);
    events.sent(since);
  });
}

function queue(work) {
  line = line.then(work, work);
  return line;
}

async function deliver(item) {
  const since = Date.now();
  const answer = await post(bodyOf(item));
  item.busy = false;
  if (answer.ok) {
    unsent.delete(item.key);
    if (answer.message) talk.put(answer.message);
    talk.dropSending(item.key);
    events.sent(since);
  } else {
    item.code = answer.code;
    talk.showSending(item);
  }
  keepOnShelf();
}

async function post(body) {
  const answer = await ask('chat/send', body);
  if (answer.code !== 'stranger') return answer;
  await events.stranger();
  return ask('chat/send', body);
}

function bodyOf({ key, text, file }) {
  if (!file) return { id: key, text };
  const form = new FormData();
  form.append('id', key);
  form.append('caption', text || '');
  form.append('file', file, file.name);
  return form;
}

/** Texts outlive a reload; the bytes of files do not. */
function keepOnShelf() {
  const texts = [...unsent.values()].filter((item) => !item.file).map(({ key, text }) => ({ key, text }));
  sessionStorage.setItem(shelf, JSON.stringify(texts));
}

// The list of messages: what is stored comes by id, what is still on its way stands at the end.
import { bubble, buttonRows, dateField, readable } from './bubble.js';
import { element, find } from './element.js';
import { say } from './words.js';

const list = find('#talk');
const room = find('main');
const messages = new Map();
const shown = new Map();
let acts = {};
let follow = true;
let tall = 0;
let byKeyboard = false;

/** `acts` are `press(message, data, button)`, `text(words)`, `retry(key)` and `changed()`. */
export function startTalk(given) {
  acts = given;
  room.addEventListener('scroll', () => {
    // Only a person's way up ends the following, not what moves because something grew or shrank.
    const atEnd = room.scrollHeight - room.scrollTop - room.clientHeight < 90;
    follow = atEnd || (follow && tall !== room.scrollHeight);
    tall = room.scrollHeight;
    if (atEnd) find('#newest').hidden = true;
  });
  find('#newest').addEventListener('click', () => scrollDown());
  const sizes = new ResizeObserver(keepUp);
  sizes.observe(room);
  sizes.observe(list);
  document.addEventListener('keydown', () => (byKeyboard = true));
  document.addEventListener('pointerdown', () => (byKeyboard = false));
  document.addEventListener('spoken', () => {
    written().forEach(place);
    arrange();
  });
}

/** All stored messages, oldest first. */
export function written() {
  const all = [...messages.values()];
  all.sort((one, other) => one.id - other.id);
  return all;
}

export const lastOfBirge = () =>
  written()
    .filter((message) => message.from === 'birge')
    .pop();

export function scrollDown() {
  follow = true;
  find('#newest').hidden = true;
  room.scrollTop = room.scrollHeight;
}

/** Shows a message, or shows it anew when it changed. A message of the person takes the place of its sending state. */
export function put(message) {
  const astray = isAstray();
  const isNew = place(message);
  arrange();
  if (!isNew || message.from !== 'birge') return;
  shown.get(message.id).classList.add('new');
  if (astray) goOn();
  if (!follow) find('#newest').hidden = false;
}

// Who works by keyboard goes on where the answer is asked. What was just hidden stays active until the page is drawn.
const isAstray = ({ activeElement: at } = document) => byKeyboard && (list.contains(at) || !at.offsetParent);
const goOn = () =>
  (list.querySelector('.newest .rows button, .newest .typed input') || find('#words')).focus({ preventScroll: true });

function place(message) {
  const made = drawStored(message);
  const before = shown.get(message.id);
  messages.set(message.id, message);
  shown.set(message.id, made);
  if (message.body.key) {
    dropSending(message.body.key);
    // Sent twice because the first answer got lost: it is still one message.
    written()
      .filter(({ id, body }) => body.key === message.body.key && id !== message.id)
      .forEach(({ id }) => remove(id));
  }
  if (!before) {
    list.insertBefore(made, [...list.children].find((other) => after(other, message)) || null);
    return true;
  }
  const focused = [...before.querySelectorAll('button')].indexOf(document.activeElement);
  before.replaceWith(made);
  if (focused >= 0) made.querySelectorAll('button')[focused]?.focus();
  return false;
}

const after = ({ dataset }, { id }) => dataset.key || Number(dataset.id) > id;

export function remove(id) {
  shown.get(id)?.remove();
  shown.delete(id);
  messages.delete(id);
  arrange();
}

/** The stored talk as a whole: puts everything and takes away what was deleted meanwhile. */
export function replaceAll(stored) {
  list.setAttribute('aria-busy', 'true');
  const astray = isAstray();
  const known = Math.max(0, ...messages.keys());
  const ids = new Set(stored.map((message) => message.id));
  const newest = Math.max(0, ...ids);
  for (const id of messages.keys()) if (id < newest && !ids.has(id)) remove(id);
  stored.filter((message) => JSON.stringify(messages.get(message.id)) !== JSON.stringify(message)).forEach(place);
  arrange();
  if (astray && newest > known) goOn();
  setTimeout(() => list.removeAttribute('aria-busy'), 300);
}

export function clear() {
  messages.clear();
  shown.clear();
  list.replaceChildren();
}

/** A message on its way: `code` says why it was not sent. */
export function showSending({ key, text, file, code }) {
  dropSending(key);
  const state = code
    ? element(
        'div',
        { class: 'state', role: 'status' },
        `${say('notSent')} ${say(code)} `,
        element('button', { type: 'button', onclick: () => acts.retry(key) }, say('again')),
      )
    : element('div', { class: 'state' }, say('sending'));
  const body = { text: text ? [text] : [], file: file && { name: file.name, bytes: file.size } };
  const made = element(
    'li',
    { class: `message person ${code ? 'failed' : 'sending'}`, 'data-key': key },
    bubble(body),
    state,
  );
  list.append(made);
  scrollDown();
}

export function dropSending(key) {
  list.querySelector(`[data-key='${key}']`)?.remove();
}

/** Who presses a button wants to see what comes of it. */
const answerWith = (id) => (button, data) => {
  follow = true;
  acts.press(id, data, button);
};

/** The device's own time, written like an ISO time. */
const local = (at) => new Date(new Date(at) - new Date(at).getTimezoneOffset() * 60_000).toISOString();

function drawStored(message) {
  const { id, from, at, body } = message;
  const made = element(
    'li',
    { class: `message ${from}`, 'data-id': id, 'data-day': local(at).slice(0, 10) },
    bubble(body),
  );
  if (body.buttons?.length) made.append(buttonRows(body.buttons, answerWith(id)));
  if (body.typed?.input === 'date') made.append(dateField(body.typed, acts.text));
  made.append(element('time', { datetime: at }, local(at).slice(11, 16)));
  return made;
}

/** Marks the newest message of Birge, hides older date fields and the clock of all but the last in a row, names the days. */
function arrange() {
  const newest = String(lastOfBirge()?.id);
  list.querySelectorAll('.day').forEach((day) => day.remove());
  let day = local(Date.now()).slice(0, 10);
  const items = [...list.children];
  items.forEach((item, at) => {
    const isNewest = item.dataset.id === newest;
    item.classList.toggle('newest', isNewest);
    item.querySelectorAll('.typed').forEach((field) => (field.hidden = !isNewest));
    const time = item.querySelector('time');
    if (time) time.hidden = items[at + 1]?.className.split(' ')[1] === item.className.split(' ')[1];
    if (item.dataset.day && item.dataset.day !== day) {
      day = item.dataset.day;
      list.insertBefore(element('li', { class: 'day' }, readable(day)), item);
    }
  });
  acts.changed();
}

/** Shows the end again if the person was there, or the beginning of a message that is higher than the page. */
export function keepUp() {
  if (!follow) return;
  const last = list.lastElementChild;
  const high = last && last.offsetHeight > room.clientHeight;
  room.scrollTop = high ? last.offsetTop - room.offsetTop - 12 : room.scrollHeight;
}

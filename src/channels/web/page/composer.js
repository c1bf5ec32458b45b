// Where the person writes.
import { element, find } from './element.js';
import { lastOfBirge, written } from './talk.js';
import { say } from './words.js';

const words = find('#words');
const picker = find('#file');
const draft = 'birge.draft';
const keyboards = { phone: 'tel', email: 'email', number: 'decimal' };
let shownReplies = '';

/** `send({ text, file })` and `complain(code)` are what the composer can do. */
export function startComposer({ send, complain }) {
  words.value = sessionStorage.getItem(draft) || '';
  const submit = () => {
    const text = words.value.trim();
    const file = picker.files[0];
    if (text.length > 8000) return complain('text_too_long');
    if (file && file.size > 20 * 1024 * 1024) return complain('file_too_large');
    if (!text && !file) return words.focus();
    send({ text, file });
    words.value = picker.value = '';
    grow();
    showChosen();
  };
  find('#composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  words.addEventListener('input', grow);
  picker.addEventListener('change', () => {
    showChosen();
    words.focus();
  });
  find('#chosen button').addEventListener('click', () => {
    picker.value = '';
    showChosen();
    words.focus();
  });
  find('#replies').addEventListener(
    'click',
    ({ target }) => target.closest('button') && send({ text: target.textContent }),
  );
  grow();
}

/** The composer takes on what the newest message asks for: a hint, a keyboard, answers to choose from. */
export function fitComposer() {
  const last = lastOfBirge()?.body || {};
  words.placeholder = last.placeholder || `${say('write')}…`;
  words.inputMode = (last.typed && keyboards[last.typed.input]) || '';
  const rows = offeredReplies();
  if (JSON.stringify(rows) === shownReplies) return;
  shownReplies = JSON.stringify(rows);
  const button = (text) => element('button', { type: 'button' }, text);
  find('#replies').replaceChildren(...rows.map((row) => element('div', {}, ...row.map(button))));
  find('#replies').hidden = rows.length === 0;
}

/** The latest offer stands until it is taken away; one for a single use ends with the next word of the person. */
function offeredReplies() {
  const all = written();
  const at = all.map((message) => Boolean(message.body.replies)).lastIndexOf(true);
  if (at < 0) return [];
  const used = all.slice(at + 1).some((message) => message.from === 'person');
  return all[at].body.once && used ? [] : all[at].body.replies;
}

function grow() {
  sessionStorage.setItem(draft, words.value);
  words.style.height = 'auto';
  words.style.height = `${words.scrollHeight + 3}px`;
}

function showChosen() {
  const file = picker.files[0];
  find('#chosen').hidden = !file;
  find('#chosen span').textContent = file ? file.name : '';
}

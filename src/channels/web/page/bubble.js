// Draws what stands in one message.
import { element } from './element.js';
import { say } from './words.js';

const tags = { b: 'b', i: 'i', u: 'u', s: 's', code: 'code', pre: 'pre', blockquote: 'blockquote' };

function draw(piece) {
  if (typeof piece === 'string') return piece;
  const inside = piece.inside.map(draw);
  if (piece.mark === 'a') return outside(piece.href, {}, ...inside);
  if (piece.mark === 'spoiler') return element('span', { class: 'spoiler', tabindex: 0 }, ...inside);
  return element(tags[piece.mark] || 'span', {}, ...inside);
}

const outside = (href, more, ...inside) =>
  element('a', { href, target: '_blank', rel: 'noopener noreferrer', ...more }, ...inside);

function file({ key, name, bytes, picture }) {
  const href = key && `chat/file/${encodeURIComponent(key)}`;
  if (picture && href) return outside(href, { class: 'picture' }, element('img', { src: href, alt: name }));
  const icon = document.importNode(document.querySelector('#chosen svg'), true);
  const words = [icon, element('span', {}, name, ' ', element('small', {}, `${Math.ceil(bytes / 1000)} kB`))];
  return href
    ? element('a', { class: 'document', href, download: name }, ...words)
    : element('span', { class: 'document' }, ...words);
}

/** 2004-05-17, as a date field sends it, is shown as 17.05.2004: browsers know no Kazakh names of months. */
export function readable(piece) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(piece) || [];
  return day ? `${day}.${month}.${year}` : draw(piece);
}

export function bubble({ text, file: carried, language }) {
  return element('div', { class: 'bubble', lang: language }, carried && file(carried), ...text.map(readable));
}

/** The rows of buttons under a message; `press(button, data)` is called for those that aren't links. */
export function buttonRows(rows, press) {
  const button = ({ text, data, url }) =>
    url
      ? outside(url, {}, text)
      : element('button', { type: 'button', onclick: (event) => press(event.currentTarget, data) }, text);
  return element('div', { class: 'rows' }, ...rows.map((row) => element('div', {}, ...row.map(button))));
}

/** A field for a typed answer that the device knows better than a keyboard does. */
export function dateField({ min, max }, send) {
  const field = element('input', { type: 'date', required: true, min, max, 'aria-label': say('date') });
  const submit = (event) => {
    event.preventDefault();
    if (field.value && form.reportValidity()) send(field.value);
  };
  const form = element('form', { class: 'typed', onsubmit: submit }, field, element('button', {}, say('send')));
  return form;
}

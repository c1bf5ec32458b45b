// Makes elements; text only ever becomes text.

export const find = (selector) => document.querySelector(selector);

/** `element('a', { class: 'x', onclick: f }, 'words', child)`; attributes that are undefined are left out. */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...inside.filter((part) => part !== undefined));
  return made;
}

// The page's own words, a file for each language. Elements name theirs by data-word (text) or data-label (for the ear).

const known = ['kk', 'ru', 'en'];
const loaded = {};
let language = 'kk';

export async function loadWords() {
  const wishes = (navigator.languages || [navigator.language]).map((wish) => wish.slice(0, 2));
  await speak(wishes.find((wish) => known.includes(wish)) || 'kk');
}

/** The words for a key; a complaint that has none of its own is the general one. */
export const say = (key) => loaded[language][key] || loaded[language].unreadable;

/** Turns the page's own words to another language. */
export async function speak(wish) {
  loaded[wish] = loaded[wish] || (await (await fetch(new URL(`words.${wish}.json`, import.meta.url))).json());
  language = wish;
  document.documentElement.lang = wish;
  for (const at of document.querySelectorAll('[data-word]')) at.textContent = say(at.dataset.word);
  for (const at of document.querySelectorAll('[data-label]')) at.setAttribute('aria-label', say(at.dataset.label));
  document.dispatchEvent(new Event('spoken'));
}

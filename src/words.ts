import { I18n } from '@grammyjs/i18n';
import type { Say } from './context.ts';
import { languages } from './forms/index.ts';
import { escapeHtml } from './screens/html.ts';
import type { Language } from './store/talks.ts';

/** Reads `<folder>/{kk,ru,en}.ftl` and `<folder>/{kk,ru,en}/*.ftl` once; gives the sentences of a language. Throws if a language is missing there. */
export function readWords(folder: string): (language: Language) => Say {
  const i18n = new I18n({
    defaultLocale: 'kk',
    directory: folder,
    fluentBundleOptions: { useIsolating: false },
  });
  const missing = languages.filter((language) => !i18n.locales.includes(language));
  if (missing.length > 0) throw new Error(`${folder}: no texts for ${missing.join(', ')}; add ${missing[0]}.ftl`);
  const says = new Map(languages.map((language) => [language, sayIn(i18n, language)]));
  return (language) => says.get(language) ?? sayIn(i18n, language);
}

/** Texts go out as Telegram's HTML: what is put into a sentence must not become part of its markup. */
function sayIn(i18n: I18n, language: Language): Say {
  return (key, vars = {}) => {
    const safe = Object.fromEntries(
      Object.entries(vars).map(([name, value]) => [name, typeof value === 'string' ? escapeHtml(value) : value]),
    );
    return i18n.t(language, key, safe);
  };
}

import { I18n } from '@grammyjs/i18n';
import { describe, expect, test } from 'vitest';
import { languages, problemCodes } from '../../src/forms/index.ts';
import { localeFolder as folder, localeText } from './locale-texts.ts';

/** Every message of a file with the names of its variables and the keys of its choices except plural forms. */
function messagesOf(lang: string): Map<string, string[]> {
  const text = localeText(lang);
  const parts = text.split(/^(?=-?[a-zA-Z][\w-]* *=)/m).filter((part) => /^-?[a-zA-Z]/.test(part));
  return new Map(
    parts.map((part) => {
      const body = part.replace(/^#.*$/gm, '');
      const variables = [...body.matchAll(/\$(\w+)/g)].map(([, name]) => `$${name}`);
      const choices = [...body.matchAll(/^\s+\*?\[(\w+)\]/gm)]
        .map(([, key = '']) => key)
        .filter((key) => !plurals.has(key));
      return [part.slice(0, part.search(/[ =]/)), [...new Set([...variables, ...choices])].toSorted()];
    }),
  );
}

const plurals = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const messages = Object.fromEntries(languages.map((lang) => [lang, messagesOf(lang)]));
const first = messages.kk ?? new Map<string, string[]>();

test.for(languages)('%s has the same messages as Kazakh, with the same variables and choices', (lang) => {
  expect(Object.fromEntries(messages[lang] ?? [])).toEqual(Object.fromEntries(first));
});

test.for(languages)('%s has no message twice', (lang) => {
  const ids = [...localeText(lang).matchAll(/^(-?[a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.for(languages)('%s', (lang) => {
  const i18n = new I18n({ defaultLocale: lang, directory: folder, fluentBundleOptions: { useIsolating: false } });

  test('every message can be said', () => {
    const broken = [...first].flatMap(([id, variables]) => {
      if (id.startsWith('-')) return [];
      const values = Object.fromEntries(
        variables.filter((name) => name.startsWith('$')).map((name) => [name.slice(1), 3]),
      );
      const said = i18n.t(lang, id, values);
      return said === '' || /[{}]/.test(said) ? [`${id}: ${said}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('every problem of the forms has words that end as a sentence', () => {
    const vars = { what: 'sticker', length: 5000, max: 2, min: 1 };
    const said = problemCodes.map((code) => i18n.t(lang, `problem-${code}`, vars));
    expect(said.filter((text) => !/^\p{Lu}.*\.$/u.test(text) && !/^\d/.test(text))).toEqual([]);
  });
});

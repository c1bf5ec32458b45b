import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../flows/commands.ts';
import { invitedRoles } from '../../src/access/roles.ts';
import { documents } from '../../src/deadlines/words.ts';
import { problemCodes } from '../../src/forms/index.ts';
import { hintIds } from '../../src/rules/announcing/hints.ts';
import { momentProblems } from '../../src/rules/announcing/moment.ts';
import { roles } from '../../src/rules/roles.ts';
import { localeText } from './locale-texts.ts';

/** Keys that code puts together, by what they begin with, and everything that can follow there. */
const endings: Record<string, readonly string[]> = {
  'problem-': problemCodes,
  'document-': documents,
  'command-': commands,
  'role-': roles,
  'invite-': invitedRoles,
  'status-': ['draft', 'submitted', 'returned', 'accepted', 'declined', 'withdrawn'],
  'guardian-': ['given', 'self', 'over', 'unknown'],
  'invitation-': ['over', 'unknown'],
  'ann-hint-': hintIds,
  'ann-when-': momentProblems,
  'ann-signature-': ['private', 'group'],
  'wa-alert-': ['away', 'back', 'logged-out', 'stopped'],
};

const code = ['src', 'flows']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(path, 'utf8'));

const locale = localeText('kk');
const there = new Set([...locale.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, key = '']) => key));
const composed = Object.entries(endings).flatMap(([start, ends]) => ends.map((end) => start + end));

/** What stands between the brackets of each `say(…)`, also of `birge.say(language)(…)`, up to its first comma. */
const said = code.flatMap((text) =>
  [...text.matchAll(/\bsay(?:\((?:[^()]|\([^()]*\))*\))?\((?<key>[^(),]+)/g)].map(
    ({ groups }) => groups?.['key'] ?? '',
  ),
);
/** Three letters and more: two are a language. */
const literal = /'([a-z][a-z0-9-]{2,})'/g;

test('every key that code says has words', () => {
  const keys = said.flatMap((argument) =>
    // A comparison's right side is no key: `times === 1 ? 'forget-ask' : 'forget-ask-again'`.
    [...argument.replaceAll(/[!=]== '[^']*'/g, '').matchAll(literal)].map(([, key = '']) => key),
  );
  expect(keys.length).toBeGreaterThan(60);
  expect([...keys, ...composed].filter((key) => !there.has(key))).toEqual([]);
});

test('the beginnings of keys that code puts together are known here', () => {
  const starts = code.flatMap((text) =>
    [...text.matchAll(/(?<!problem)\(`((?:[a-z]+-)+)\$\{/g)].map(([, start = '']) => start),
  );
  expect([...new Set(starts)].toSorted()).toEqual(Object.keys(endings).toSorted());
});

test('no words lie about that nothing says', () => {
  const named = new Set([
    ...code.flatMap((text) => [...text.matchAll(literal)].map(([, key = '']) => key)),
    ...composed,
  ]);
  expect([...there].filter((key) => !named.has(key))).toEqual([]);
});

import { expect, test } from 'vitest';
import { wrongImports } from './layers.ts';
import { importsOf, sourceFiles } from './source-files.ts';

test('imports point downwards, and in no circle', () => {
  expect(wrongImports(sourceFiles())).toEqual([]);
});

test.for<[path: string, target: string, objection: string | RegExp]>([
  ['src/rules/age.ts', 'src/store/store.ts', 'src/rules/ may import src/rules/, src/forms/'],
  ['src/forms/accept.ts', 'src/talks/turn.ts', 'src/forms/ may import src/rules/, src/forms/'],
  ['src/store/store.ts', 'src/channels/channel.ts', 'src/store/ may import src/rules/, src/forms/'],
  [
    'src/channels/bot-api.ts',
    'src/rules/dates.ts',
    /^src\/channels\/bot-api\.ts may import src\/channels\/channel\.ts, /,
  ],
  ['src/channels/web/gateway.ts', 'src/channels/telegram/wire.ts', /^src\/channels\/web\/ may import /],
  ['src/channels/channel.ts', 'src/store/store.ts', 'src/channels/channel.ts may import nothing of ours'],
  ['src/access/rights.ts', 'flows/start.ts', 'src/access/ may import src/store/, src/rules/'],
  ['src/talks/turn.ts', '@supabase/supabase-js', 'only src/store/ knows that package'],
  ['flows/start.ts', 'postgres', 'only src/store/ knows that package'],
  ['src/screens/put.ts', 'src/filling/show.ts', /^src\/screens\/ may import /],
  ['flows/start.ts', 'src/bot.ts', /^flows\/ may import /],
  ['src/screens/put.ts', 'src/start.ts', /^src\/screens\/ may import /],
  ['flows/start.ts', 'src/config.ts', /^flows\/ may import /],
  ['src/bot.ts', 'src/main.ts', 'programs are started, not imported'],
  ['src/main.ts', 'test/support/double.ts', 'the program never leans on its tests'],
])('%s must not import %s', ([path, target, objection]) => {
  const said = wrongImports([{ path, imports: [target] }]).map((sentence) =>
    sentence.replace(`${path} imports ${target}: `, ''),
  );
  expect(said).toEqual([typeof objection === 'string' ? objection : expect.stringMatching(objection)]);
});

test('what is allowed is let pass', () => {
  const files = [
    { path: 'src/main.ts', imports: ['src/bot.ts', 'src/config.ts', 'pino'] },
    { path: 'src/bot.ts', imports: ['flows/start.ts', 'grammy'] },
    { path: 'flows/start.ts', imports: ['src/access/rights.ts', 'flows/menu.ts', '@grammyjs/conversations'] },
    { path: 'src/store/store.ts', imports: ['@supabase/supabase-js', 'src/forms/form.ts', 'node:fs'] },
    { path: 'test/bot.test.ts', imports: ['src/store/store.ts', 'postgres', 'src/bot.ts'] },
  ];
  expect(wrongImports(files)).toEqual([]);
});

test('a folder without a place among the layers is reported', () => {
  expect(wrongImports([{ path: 'src/misc/x.ts', imports: ['pino'] }])).toEqual([
    'src/misc/x.ts is in no layer: name its folder in test/project/layers.ts',
  ]);
});

test('a circle is reported once', () => {
  const files = [
    { path: 'src/rules/b.ts', imports: ['src/rules/c.ts'] },
    { path: 'src/rules/c.ts', imports: ['src/rules/a.ts'] },
    { path: 'src/rules/a.ts', imports: ['src/rules/b.ts'] },
  ];
  expect(wrongImports(files)).toEqual([
    'imports go in a circle: src/rules/a.ts → src/rules/b.ts → src/rules/c.ts → src/rules/a.ts',
  ]);
});

test('all kinds of imports are seen', () => {
  const code = `
    import type { A } from './a.ts';
    import {
      b,
    } from '../b.ts';
    export * from './c.ts';
    export { d } from '@supabase/lite/d';
    import 'grammy/types';
    const e = await import('node:fs');
  `;
  expect(importsOf('src/x/y.ts', code)).toEqual([
    'src/x/a.ts',
    'src/b.ts',
    'grammy',
    'src/x/c.ts',
    '@supabase/lite',
    'node:fs',
  ]);
  expect(importsOf('test/x.ts', 'await import(`./cases/${type}.ts`)')).toEqual([]);
  expect(() => importsOf('src/x.ts', 'await import(name)')).toThrow('src/x.ts: import(name) hides what it imports');
});

import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeNumber } from '../../src/certificates/number.ts';
import { serveCertificates } from '../../src/certificates/page.ts';
import { StoreError } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { giveThanks, withdrawThanks } from '../../src/store/volunteers/thanks.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from '../dialogues/volunteers/scene.ts';
import { idOf, presses } from '../dialogues/people/scene.ts';
import type { Stage } from '../support/dialogue.ts';

let stage: Stage;
let volunteer: Awaited<ReturnType<typeof volunteerOf>>;
let number: string;
let id: number;
let by: number;

const name = 'Серікова Айгерім Нұрланқызы';
const days = { from: '2026-09-01', until: '2026-11-20' };

beforeAll(async () => {
  stage = await volunteerStage();
  const where = await projectOf(stage, { organisation: 'Бірге оқимыз', project: 'Ауыл мектебі' });
  volunteer = await volunteerOf(stage, { id: 2, name }, where);
  await coordinatorOf(stage, { id: 1, name: 'Asel' }, where);
  by = await idOf(stage, 1);
  for (const [on, hours] of [
    [days.from, 2.5],
    [days.until, 38],
  ] as const)
    await deedBySql(stage, { person: volunteer.id, project: where.project, on, hours, confirmed: true });
  number = makeNumber();
  const { store, now } = stage.running.birge;
  const terms = { kind: 'certificate', language: 'kk', submission: null, ...days, by, number } as const;
  const given = await giveThanks(store, { ...terms, person: volunteer.id, project: where.project }, now());
  id = given.is === 'given' ? given.id : 0;
});
afterAll(() => stage.close());

/** A server with this page alone; `other` takes the place of what the stage has. */
function server(other: { store?: Store; now?: () => Date } = {}) {
  const app = new Hono();
  const logged: string[] = [];
  const log = {
    warn: (...said: unknown[]) => void logged.push(JSON.stringify(said)),
    error: (...said: unknown[]) => void logged.push(JSON.stringify(said)),
  };
  serveCertificates(app, { ...stage.running.birge, log: log as never, ...other });
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers });
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: textOf(html) };
  };
  return { ask, logged };
}

/** What somebody reads on the page, its title first. */
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');

test('all that it says of a certificate that holds, in three languages', async () => {
  const { ask } = server();
  expect((await ask(`/c/${number}`)).text).toMatchInlineSnapshot(`
    "«Бірге»: сертификатты тексеру
    ✓ Сертификат жарамды
    Аты-жөнінің бас әріптері
    С. А. Н.
    Расталған сағат
    40,5
    Кезең
    2026 жылғы 1 қыркүйек – 2026 жылғы 20 қараша
    Қазақша
    Русский
    English"
  `);
  expect((await ask(`/c/${number}?l=ru`)).text).toMatchInlineSnapshot(`
    "«Бірге»: проверка сертификата
    ✓ Сертификат действителен
    Инициалы
    С. А. Н.
    Подтверждено часов
    40,5
    Период
    1 сентября 2026 г. – 20 ноября 2026 г.
    Қазақша
    Русский
    English"
  `);
  expect((await ask(`/c/${number}?l=en`)).text).toMatchInlineSnapshot(`
    "Birge: checking a certificate
    ✓ The certificate is valid
    Initials
    С. А. Н.
    Confirmed hours
    40.5
    Period
    1 September 2026 – 20 November 2026
    Қазақша
    Русский
    English"
  `);
  for (const language of ['kk', 'ru', 'en']) {
    const { status, html } = await ask(`/c/${number}?l=${language}`);
    expect(status).toBe(200);
    // Neither name nor project nor organisation nor number, also not where nobody sees them.
    for (const secret of [...name.split(' '), 'Asel', 'Ауыл', 'мектебі', 'оқимыз', number, number.slice(4)])
      expect(html).not.toContain(secret);
  }
});

test('all that it says of a number that does not hold', async () => {
  const { ask } = server();
  const unknown = makeNumber();
  expect((await ask(`/c/${unknown}`)).text).toMatchInlineSnapshot(`
    "«Бірге»: сертификатты тексеру
    ✗ Сертификат жарамсыз
    Нөмірдің әр әрпі мен цифры сертификаттағыдай жазылғанын тексеріңіз.
    Қазақша
    Русский
    English"
  `);
  expect((await ask(`/c/${unknown}?l=ru`)).text).toMatchInlineSnapshot(`
    "«Бірге»: проверка сертификата
    ✗ Сертификат недействителен
    Проверьте, что каждая буква и цифра номера такая же, как в сертификате.
    Қазақша
    Русский
    English"
  `);
  expect((await ask(`/c/${unknown}?l=en`)).text).toMatchInlineSnapshot(`
    "Birge: checking a certificate
    ✗ The certificate is not valid
    Please check that every letter and digit of the number is as on the certificate.
    Қазақша
    Русский
    English"
  `);
});

test("the browser's language is taken, the chosen one before it, Kazakh for all others", async () => {
  const { ask } = server();
  const heading = async (path: string, language: string) =>
    /lang="(..)"/.exec((await ask(path, { 'accept-language': language })).html)?.[1];
  expect(await heading(`/c/${number}`, 'ru-KZ,ru;q=0.9,en;q=0.8')).toBe('ru');
  expect(await heading(`/c/${number}`, 'de-DE;q=0.9, en;q=0.4, ru-RU;q=0.7')).toBe('ru');
  expect(await heading(`/c/${number}`, 'de')).toBe('kk');
  expect(await heading(`/c/${number}?l=en`, 'ru')).toBe('en');
  expect(await heading(`/c/${number}?l=xx`, 'ru;q=x')).toBe('ru');
});

test('it is kept by nobody, found by no search, runs nothing and tells no other site where it was', async () => {
  const { ask } = server();
  const valid = await ask(`/c/${number}`);
  const wrong = await ask('/c/BRG');
  for (const { headers, html } of [valid, wrong]) {
    expect(html).not.toMatch(/<script| on\w+=|https?:/);
    expect(
      Object.fromEntries([...headers].map(([key, value]) => [key, value.replace(/sha256-[\w+/=]+/, 'sha256-…')])),
    ).toEqual({
      'cache-control': 'private, no-store',
      'content-language': 'kk',
      'content-security-policy':
        "default-src 'none'; style-src 'sha256-…'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=UTF-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
  }
});

test('a number with any of its signs changed is refused, and nothing tells it from an unknown one', async () => {
  const unknown = await server().ask(`/c/${makeNumber()}`);
  const places = [...number].flatMap((sign, place) => (sign === '-' || place < 4 ? [] : [place]));
  expect(places).toHaveLength(20);
  for (const place of places) {
    const changed = number.slice(0, place) + (number[place] === '7' ? '8' : '7') + number.slice(place + 1);
    const { status, html, headers } = await server().ask(`/c/${changed}`);
    expect([status, html, [...headers]]).toEqual([404, unknown.html, [...unknown.headers]]);
  }
  for (const odd of [
    'x',
    'BRG-',
    `${number}2`,
    '%00',
    '%E0%A4%A',
    '..%2f',
    encodeURIComponent('<script>'),
    'A'.repeat(3000),
  ]) {
    const { status, html } = await server().ask(`/c/${odd}`);
    expect([status, html]).toEqual([404, unknown.html]);
  }
});

test('a number typed in small letters, without dashes, is the same', async () => {
  expect((await server().ask(`/c/${number.toLowerCase().replaceAll('-', '')}`)).status).toBe(200);
});

test('a withdrawn one is as an unknown one; given back, it holds again', async () => {
  const { store, now } = stage.running.birge;
  const unknown = await server().ask(`/c/${makeNumber()}`);
  await withdrawThanks(store, { id, withdrawn: true, by }, now());
  const { status, html } = await server().ask(`/c/${number}`);
  expect([status, html]).toEqual([404, unknown.html]);
  await withdrawThanks(store, { id, withdrawn: false, by }, now());
  expect((await server().ask(`/c/${number}`)).status).toBe(200);
});

test('thirty wrong numbers within a minute, then a rest; right ones are not counted', async () => {
  let time = Date.parse('2026-11-22T06:00:00Z');
  const { ask } = server({ now: () => new Date(time) });
  for (let asked = 0; asked < 40; asked += 1) expect((await ask(`/c/${number}`)).status).toBe(200);
  for (let asked = 0; asked < 30; asked += 1) expect((await ask(`/c/${makeNumber()}`)).status).toBe(404);
  const braked = await ask(`/c/${number}?l=ru`);
  expect([braked.status, braked.headers.get('retry-after'), braked.text]).toMatchInlineSnapshot(`
    [
      429,
      "60",
      "«Бірге»: проверка сертификата
    Слишком много неверных номеров
    Попробуйте ещё раз через минуту.
    Қазақша
    Русский
    English",
    ]
  `);
  // Forty at once are no way around it.
  time += 60_001;
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await ask(`/c/${makeNumber()}`)).status));
  expect(statuses.filter((status) => status === 404)).toHaveLength(30);
});

/** A database that answers every call in this way. */
const databaseThat = (call: () => Promise<never>): Store => ({ call, requests: () => 0 });

test.for([
  ['is away', () => new StoreError('away', 'check_certificate', 'no answer', new Error('fetch failed'))],
  ['is broken', () => new Error('a bug')],
] as const)('when the database %s, it says so, and the number is in no log', async ([, failure]) => {
  const { ask, logged } = server({ store: databaseThat(() => Promise.reject(failure())) });
  const { status, text, headers } = await ask(`/c/${number}?l=en`);
  expect([status, headers.get('retry-after'), text]).toEqual([
    503,
    '60',
    'Birge: checking a certificate\nIt cannot be checked right now\nPlease try again in a minute.\nҚазақша\nРусский\nEnglish',
  ]);
  expect(logged).toHaveLength(1);
  expect(logged.join()).not.toContain('BRG');
  // What cannot be a number is refused all the same, and nobody is braked for asking.
  for (let asked = 0; asked < 40; asked += 1) expect((await ask(`/c/${number}`)).status).toBe(503);
  expect((await ask('/c/x')).status).toBe(404);
});

test('whoever has been erased has no certificate', async () => {
  const unknown = await server().ask(`/c/${makeNumber()}`);
  await volunteer.person.says('/forget');
  await presses(volunteer.person, 'forget:again');
  await presses(volunteer.person, 'forget:now');
  const { status, html } = await server().ask(`/c/${number}`);
  expect([status, html]).toEqual([404, unknown.html]);
});

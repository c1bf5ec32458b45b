import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, buttons, loadForms, questionOf } from '../../src/forms/index.ts';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/start.ts';
import type { Running } from '../../src/start.ts';
import { launchChromium } from './chromium.ts';

/** The page as the README shows it; written only where somebody asks for it. */
const picture = process.env['README_PICTURE'];
const content = join(import.meta.dirname, '..', '..', 'content');

let browser: Browser;
let birge: Running;
let folder: string;
let page: Page;
/** Errors on the page. */
const mistakes: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'birge-browser-'));
  const config = readConfig({ DATA_DIR: join(folder, 'data'), PORT: '0' });
  [browser, birge] = await Promise.all([launchChromium(), start(config, content, pino({ level: 'error' }))]);
  const context = await browser.createBrowserContext();
  page = await context.newPage();
  page.on('pageerror', (error) => mistakes.push(error));
  await page.evaluateOnNewDocument(`Object.defineProperty(navigator, 'languages', { get: () => ['kk'] })`);
  await page.setExtraHTTPHeaders({ 'accept-language': 'kk' });
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2 });
  const address = /http:\/\/\S+/.exec(birge.greeting)?.[0] ?? '';
  await page.goto(address);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await birge?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const facts = { today: '2026-11-22' };
const form = loadForms(join(content, 'forms')).get('volunteer-questionnaire');

/** What the newest message says, once it says it. */
const shows = (text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('#talk li:last-child')?.textContent?.includes(wanted),
    {},
    text,
  );

const press = (text: string) => page.locator(`.newest button::-p-text(${text})`).click();

async function says(text: string): Promise<void> {
  await page.type('#words', text);
  await page.keyboard.press('Enter');
}

/** The question stands there; then it is answered by its buttons' codes, or in words. */
async function answers(id: string, answer: { act: string[] } | { text: string }): Promise<void> {
  const question = form && questionOf(form, id);
  if (question === undefined) throw new Error(`the questionnaire has no question ${id}`);
  await shows(ask(question, 'kk', facts).text.split('\n')[0] ?? '');
  if ('text' in answer) return says(answer.text);
  for (const act of answer.act) {
    const button = buttons(question, undefined, facts, 'kk')
      .flat()
      .find((one) => one.act === act);
    const label = (button?.text ?? words[act] ?? act).replace(/^\S\s/u, '');
    await press(label);
    if (act.startsWith('+')) await page.waitForFunction(ticked, {}, label);
  }
}

const words: Record<string, string> = { done: 'Дайын', skip: 'Өткізіп жіберу' };
const ticked = (label: string) =>
  [...document.querySelectorAll('.newest button')].some(
    ({ textContent }) => textContent?.includes(label) && !textContent.startsWith('☐'),
  );

const firstHalf: [string, Parameters<typeof answers>[1]][] = [
  ['full_name', { text: 'Мысалова Айгерім Үлгіқызы' }],
  ['phone', { text: '8 701 123 45 67' }],
  ['email', { act: ['skip'] }],
  ['sex', { act: ['female'] }],
  ['education', { act: ['higher'] }],
  ['free_time', { act: ['evenings'] }],
  ['attraction', { act: ['+learning', '+friends', 'done'] }],
];
const secondHalf: [string, Parameters<typeof answers>[1]][] = [
  ['sociability', { act: ['4'] }],
  ['persuasion', { act: ['3'] }],
  ['patience', { act: ['5'] }],
  ['peacemaking', { act: ['4'] }],
  ['explaining', { act: ['5'] }],
  ['acceptance', { act: ['4'] }],
  ['respect', { act: ['5'] }],
  ['planning', { act: ['3'] }],
  ['residence', { act: ['over_10'] }],
  ['experience', { act: ['+volunteering', 'done'] }],
  ['health_limits', { act: ['no'] }],
  ['activities', { act: ['+teaching', '+events', 'done'] }],
];

test('a volunteer fills in the whole questionnaire in Kazakh, with a reload and a change of mind', async () => {
  await page.locator('::-p-text(Бастау)').click();
  await shows('Тілді таңдаңыз');
  await press('Қазақша');
  await shows('келісесіз бе');
  await press('Келісемін');
  await shows('Туған күніңіз');
  await page.$eval('.newest input[type=date]', (field) => void (field.value = '2001-05-14'));
  await page.click('.newest .typed button');
  await shows('Немен айналысамыз');
  await press('Волонтер болу');
  await press('Әлі таңдамадым');
  for (const [id, answer] of firstHalf) await answers(id, answer);

  await page.reload();
  await shows(questionText('sociability'));
  if (picture) await page.screenshot({ path: picture });
  for (const [id, answer] of secondHalf) await answers(id, answer);

  await shows('Жауаптарыңыз');
  await press('✎ 5');
  await answers('education', { act: ['secondary'] });
  await shows('Орта');
  await press('Жіберу');
  await shows('Сауалнамаңыз жіберілді');

  await says('/menu');
  await press('Сауалнамаларым');
  await press('✓ Жіберілді');
  await shows('Жіберген жауаптарыңыз осы');
  const talk = await page.$eval('#talk', (all) => all.textContent ?? '');
  expect(talk).toContain('Мысалова Айгерім Үлгіқызы');
  expect(mistakes).toEqual([]);
}, 60_000);

function questionText(id: string): string {
  const question = form && questionOf(form, id);
  return question ? ask(question, 'kk', facts).text : '';
}

import { InlineKeyboard, InputFile, type Bot } from 'grammy';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { serveWebChat } from '../../browser/web-chat-server.ts';

let browser: Browser;
let web: Awaited<ReturnType<typeof serveWebChat>>;

const examples = async () => [{ key: 'ainur', name: 'Айнұр', role: 'ерікті' }];

/** A bot small enough to see at once what the page must show. */
function build(bot: Bot): void {
  bot.command('start', (c) =>
    c.reply('Сәлеметсіз бе! Қай тілде сөйлескен ыңғайлы?', {
      reply_markup: new InlineKeyboard().text('Қазақша', 'kk').text('Русский', 'ru'),
    }),
  );
  bot.callbackQuery('kk', async (c) => {
    await c.answerCallbackQuery('Тіл сақталды');
    const birge = { input: 'date', min: '1930-01-01', max: '2026-12-31' };
    await c.reply('Туған күніңіз қашан?', { birge } as Parameters<typeof c.reply>[1]);
  });
  bot.callbackQuery('ru', async (c) => {
    await c.answerCallbackQuery({ text: 'Хорошо', show_alert: true });
    await c.editMessageText('Расскажите немного о себе, пожалуйста');
  });
  bot.hears('file', (c) => c.replyWithDocument(new InputFile(Buffer.from('%PDF-1.4'), 'Сауалнама 1.pdf')));
  bot.hears('ask', (c) =>
    c.reply('Телефон нөміріңіз?', {
      reply_markup: {
        keyboard: [[{ text: 'Нөмірім', request_contact: true }, { text: 'Өткізіп жіберу' }]],
        one_time_keyboard: true,
      },
    }),
  );
  bot.on('message:document', (c) => c.reply(`Келді: ${c.message.document.file_name}`));
  bot.on('message:text', (c) => c.reply(`«${c.message.text}»`));
}

beforeAll(async () => {
  [browser, web] = await Promise.all([launchChromium(), serveWebChat(build, { talkAs: true, examples })]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await web?.close();
});

/** A browser of its own, in Kazakh; errors on the page fail the test. */
async function open(path = '/', width = 390, height = 844): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => expect(error).toBeUndefined());
  await page.evaluateOnNewDocument(`Object.defineProperty(navigator, 'languages', { get: () => ['kk'] })`);
  await page.setViewport({ width, height });
  await page.goto(web.address + path);
  return page;
}

const bubbles = (page: Page) => page.$$eval('#talk .bubble', (all) => all.map((one) => one.textContent));
const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('#talk')?.textContent?.includes(wanted), {}, text);
const press = (page: Page, text: string) => page.locator(`::-p-text(${text})`).click();
async function say(page: Page, text: string): Promise<void> {
  await page.type('#words', text);
  await page.keyboard.press('Enter');
}

// A real browser on a machine that does other things as well: what fails once is looked at once more.
describe('the page in a browser', { retry: 1 }, () => {
  test('talks: start, a button, a date, and the talk is there after a reload', async () => {
    const page = await open();
    await press(page, 'Бастау');
    await press(page, 'Қазақша');
    await page.waitForSelector('.newest input[type=date]');
    await page.$eval('.newest input[type=date]', (field) => void (field.value = '2004-05-17'));
    await page.click('.newest .typed button');
    await shows(page, '«2004-05-17»');
    const talk = [
      '/start',
      'Сәлеметсіз бе! Қай тілде сөйлескен ыңғайлы?',
      'Туған күніңіз қашан?',
      '17.05.2004',
      '«2004-05-17»',
    ];
    expect(await bubbles(page)).toEqual(talk);
    await page.reload();
    await shows(page, '«2004-05-17»');
    expect(await bubbles(page)).toEqual(talk);
    expect(await page.$$('.typed:not([hidden])')).toEqual([]);
  });

  test('follows the bot to another language, with an alert that is closed by keyboard', async () => {
    const page = await open();
    await press(page, 'Бастау');
    await press(page, 'Русский');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Enter');
    await shows(page, 'Расскажите');
    await page.waitForFunction(() => document.documentElement.lang === 'ru');
    expect(await page.$eval('#words', (field) => (field as HTMLTextAreaElement).placeholder)).toBe('Сообщение…');
  });

  test('is used by keyboard alone', { timeout: 60_000 }, async () => {
    const page = await open();
    await page.waitForSelector('.start', { visible: true });
    // A key is lost if the page draws anew between its down and its up, as on a busy machine: then one presses again.
    const until = async (key: 'Enter' | 'Space', seen: () => Promise<unknown>, before?: () => Promise<void>) => {
      for (let tries = 0; tries < 5; tries += 1) {
        await before?.();
        await page.keyboard.press(key);
        if (await seen().catch(() => null)) return;
      }
    };
    const kazakh = () =>
      page.waitForFunction(() => document.activeElement?.textContent === 'Қазақша', { timeout: 5000 });
    await until('Enter', kazakh, () => page.focus('.start').catch(() => undefined));
    // The question with its field comes, and the field has the focus: one can type at once.
    const field = () =>
      page.waitForFunction(() => document.activeElement?.matches('.newest input[type=date]'), { timeout: 5000 });
    await until('Space', field);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('date');
  });

  test('an answer that comes before the page was drawn without the pressed button still gets the focus', async () => {
    const page = await open();
    await page.waitForSelector('.start', { visible: true });
    await page.keyboard.press('Tab');
    // As text: vitest would rewrite an import inside a function.
    const focused = await page.evaluate(`import(document.scripts[0].src.replace('main', 'talk')).then((talk) => {
      document.querySelector('.start').focus();
      document.querySelector('#welcome').hidden = true;
      document.querySelector('#talk').hidden = false;
      const body = { text: ['Тіл?'], buttons: [[{ text: 'Қазақша', data: 'kk' }]] };
      talk.put({ id: 1, from: 'birge', at: '2026-11-22T10:00:00Z', body });
      return document.activeElement.textContent;
    })`);
    expect(focused).toBe('Қазақша');
  });

  test('keeps what was not sent, and sends it under the same id', async () => {
    const page = await open();
    await press(page, 'Бастау');
    await shows(page, 'Сәлеметсіз');
    web.state.away = true;
    await say(page, 'жоғалмайды');
    await page.waitForSelector('.failed');
    expect(await page.$eval('.failed .state', (state) => state.textContent)).toBe(
      'Жіберілмеді. Сақтау мүмкін болмады. Сәл күтіп, қайталаңыз. Қайталау',
    );
    web.state.away = false;
    await page.reload();
    await shows(page, '«жоғалмайды»');
    expect((await bubbles(page)).filter((text) => text === 'жоғалмайды')).toHaveLength(1);
  });

  test('offers answers once, sends and gets files', async () => {
    const page = await open();
    await page.waitForSelector('.start', { visible: true });
    await say(page, 'ask');
    await page.waitForSelector('#replies button');
    expect(await page.$$eval('#replies button', (all) => all.map((one) => one.textContent))).toEqual([
      'Өткізіп жіберу',
    ]);
    expect(await page.$eval('#words', (field) => (field as HTMLTextAreaElement).inputMode)).toBe('tel');
    await page.click('#replies button');
    await shows(page, '«Өткізіп жіберу»');
    expect(await page.$$('#replies button')).toEqual([]);
    const picker = await page.$('input#file');
    await picker?.uploadFile(import.meta.filename);
    await page.keyboard.press('Enter');
    await page.click('.send');
    await shows(page, 'Келді: page.test.ts');
    await say(page, 'file');
    await shows(page, 'Сауалнама 1.pdf');
    const status = await page.$$eval('a.document', (all) =>
      fetch((all.at(-1) as HTMLAnchorElement).href).then((answer) => answer.status),
    );
    expect(status).toBe(200);
  });

  test('follows an invitation once', async () => {
    const page = await open('/?start=a-B_9');
    await shows(page, '/start a-B_9');
    await shows(page, 'Сәлеметсіз');
    expect(page.url()).toBe(`${web.address}/`);
    await page.reload();
    await shows(page, 'Сәлеметсіз');
    expect((await bubbles(page)).filter((text) => text === '/start a-B_9')).toHaveLength(1);
  });

  test('talks as an example and leaves the browser', async () => {
    const page = await open();
    await press(page, 'Бастау');
    await shows(page, 'Сәлеметсіз');
    await page.select('#talk-as select', 'ainur');
    await page.waitForSelector('.start', { visible: true });
    await say(page, 'мен Айнұрмын');
    await shows(page, '«мен Айнұрмын»');
    await page.select('#talk-as select', '');
    await shows(page, 'Сәлеметсіз');
    expect(await page.$eval('#talk', (talk) => talk.textContent?.includes('Айнұр'))).toBe(false);
    await page.click('summary');
    await page.click('#leave');
    await page.waitForSelector('dialog[open] .yes');
    await page.click('dialog .yes');
    await page.waitForSelector('.start', { visible: true });
    expect(await bubbles(page)).toEqual([]);
  });

  test('fits 320 pixels, and the Kazakh letters have their own shapes', async () => {
    const page = await open('/', 320, 560);
    await press(page, 'Бастау');
    await say(page, `${'ұзақсөз'.repeat(30)} ӘҒҚҢӨҰҮҺІ`);
    await shows(page, '»');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const widths = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return [];
      pen.font = '40px system-ui, sans-serif';
      const shape = (letter: string) => {
        pen.clearRect(0, 0, 300, 150);
        pen.fillText(letter, 10, 50);
        return pen.getImageData(0, 0, 80, 80).data.join('');
      };
      const missing = shape('\u{10fffd}');
      return [...'ӘҒҚҢӨҰҮҺІ'].filter((letter) => shape(letter) === missing);
    });
    expect(widths).toEqual([]);
  });
});

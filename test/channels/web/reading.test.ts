import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noon, openBrowser, startWebChat } from './web-chat-kit.ts';

const folder = new URL('../../../src/channels/web/page/', import.meta.url);
const part = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('the page', () => {
  test('runs only its own scripts, and its parts are kept under a name that changes with them', async () => {
    const browser = openBrowser(await startWebChat());
    const page = await browser.go('/');
    const html = await page.text();
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
      "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    expect([
      page.status,
      page.headers.get('content-security-policy'),
      page.headers.get('cache-control'),
      page.headers.get('x-content-type-options'),
    ]).toEqual([200, policy, 'no-cache', 'nosniff']);
    expect(html).not.toMatch(/<script(?! type="module" src=)|<style|\son\w+=|style="|https?:/);
    const [, script = ''] = /src="(\/page\/[0-9a-f]{12}\/main\.js)"/.exec(html) ?? [];
    const answer = await browser.go(script);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await browser.go(script.replace(/[0-9a-f]{12}/, '000000000000'))).headers.get('cache-control')).toBe(
      'no-cache',
    );
    expect((await browser.go('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })).status).toBe(304);
    for (const nowhere of ['/page/x/none.js', '/page/x/index.html', '/page/x/..%2Fgateway.ts']) {
      expect((await browser.go(nowhere)).status).toBe(404);
    }
  });

  test('weighs under 42 kB with the words of one language', () => {
    const loaded = readdirSync(folder).filter((name) => !/^words\.(ru|en)\.json$/.test(name));
    const bytes = loaded.reduce((sum, name) => sum + readFileSync(new URL(name, folder)).length, 0);
    expect(bytes).toBeLessThan(42_000);
  });

  test('says everything in three languages', () => {
    const [kk, ru, en] = ['kk', 'ru', 'en'].map((language) => JSON.parse(part(`words.${language}.json`)));
    expect([Object.keys(ru), Object.keys(en)]).toEqual([Object.keys(kk), Object.keys(kk)]);
    const scripts = readdirSync(folder)
      .filter((name) => /\.(js|html)$/.test(name))
      .map(part)
      .join('\n');
    const asked = [...scripts.matchAll(/say\('(\w+)'\)|data-(?:word|label)="(\w+)"|'data-word': '(\w+)'/g)];
    expect(asked.map(([, said, word, made]) => said ?? word ?? made).filter((key) => !(String(key) in kk))).toEqual([]);
  });

  test('never writes HTML and has no other way to run what it is told', () => {
    const scripts = readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map(part)
      .join('\n');
    expect(scripts).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  });
});

describe('history', () => {
  test("is one's own, in order, without what was taken back", async () => {
    const web = await startWebChat();
    const [mine, other] = [openBrowser(web), openBrowser(web)];
    const chat = await mine.chat();
    await web.call('sendMessage', { chat_id: chat, text: '1' });
    await web.call('sendMessage', { chat_id: chat, text: '2' });
    await web.call('deleteMessage', { chat_id: chat, message_id: noon * 1000 });
    await web.call('sendMessage', { chat_id: await other.chat(), text: '3' });
    expect((await mine.read('/chat/history')).messages.map((message) => message.body)).toEqual([{ text: ['2'] }]);
  });

  test('answers 503 while the store is away, and what could not be stored is still shown to who is there', async () => {
    let away = false;
    const web = await startWebChat({
      keep: async () => {
        if (away) throw new Error('away');
      },
      history: async () => {
        if (away) throw new Error('away');
        return [];
      },
    });
    const browser = openBrowser(web);
    const chat = await browser.chat();
    const stream = (await browser.go('/chat/events')).body?.getReader();
    await stream?.read();
    away = true;
    expect((await browser.go('/chat/history')).status).toBe(503);
    expect(await web.call('sendMessage', { chat_id: chat, text: 'Жауабыңыз сақталмады' })).toMatchObject({ ok: true });
    away = false;
    expect((await browser.read('/chat/history')).messages.map((message) => message.body.text)).toEqual([
      ['Жауабыңыз сақталмады'],
    ]);
    await web.channel.stop();
  });

  test('leaves out a message that cannot be read', async () => {
    const web = await startWebChat({
      history: async () => [
        { id: 1, from: 'birge', at: '2026-10-15T07:00:00.000Z', body: { text: [{ mark: 'script', inside: ['x'] }] } },
        { id: 2, from: 'birge', at: '2026-10-15T07:00:00.000Z', body: { text: ['ok'] } },
      ],
    });
    const browser = openBrowser(web);
    await browser.chat();
    expect((await browser.read('/chat/history')).messages.map((message) => message.id)).toEqual([2]);
  });
});

describe('events', () => {
  test('reach all tabs of the person and nobody else, until the stop', async () => {
    const web = await startWebChat();
    const [mine, other] = [openBrowser(web), openBrowser(web)];
    const chat = await mine.chat();
    await other.chat();
    const streams = await Promise.all([mine, mine, other].map((browser) => browser.go('/chat/events')));
    const texts = streams.map((stream) => stream.text());
    await web.call('sendChatAction', { chat_id: chat, action: 'typing' });
    await web.call('sendMessage', { chat_id: chat, text: 'a\nb' });
    await web.call('deleteMessage', { chat_id: chat, message_id: noon * 1000 });
    await web.call('answerCallbackQuery', { callback_query_id: `${chat}.key`, text: 'Сақталды', show_alert: true });
    await web.channel.stop();
    const hello = 'event: hello\ndata: {}\nretry: 2000\n\n';
    const message = { id: noon * 1000, from: 'birge', at: '2026-10-15T07:00:00.000Z', body: { text: ['a\nb'] } };
    const mineHears =
      hello +
      'event: typing\ndata: {}\n\n' +
      `event: message\ndata: ${JSON.stringify(message)}\n\n` +
      `event: gone\ndata: {"id":${noon * 1000}}\n\n` +
      'event: toast\ndata: {"text":"Сақталды","alert":true,"key":"key"}\n\n';
    expect(await Promise.all(texts)).toEqual([mineHears, mineHears, hello]);
  });

  test('are for known persons only', async () => {
    expect((await openBrowser(await startWebChat()).go('/chat/events')).status).toBe(401);
  });
});

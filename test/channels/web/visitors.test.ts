import { describe, expect, test } from 'vitest';
import { keyA, keyB, openBrowser, startWebChat } from './web-chat-kit.ts';

const examples = async () => [{ key: 'ainur', name: 'Айнұр', role: 'ерікті' }];
const stranger = { ok: false, code: 'stranger' };

describe('the cookie', () => {
  test('is signed, for a year, for our scripts and other sites out of reach', async () => {
    const { channel } = await startWebChat();
    const answer = await openBrowser({ channel }).go('/chat/history');
    expect(answer.headers.get('set-cookie')?.replace(/birge=[^;]+/, 'birge=…')).toBe(
      'birge=…; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
    );
    const secure = await openBrowser({ channel }).go('/chat/history', { headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure;?/);
  });

  test('keeps the person, also over another process with the same secret', async () => {
    const web = await startWebChat();
    const browser = openBrowser(web);
    const chat = await browser.chat();
    const again = openBrowser(await startWebChat());
    again.cookie = browser.cookie;
    expect([await browser.chat(), await again.chat()]).toEqual([chat, chat]);
    expect(chat).toBeLessThan(2 ** 52);
  });

  test.each([
    ['another id', (cookie: string) => cookie.replace(/birge=.{22}/, 'birge=AAAAAAAAAAAAAAAAAAAAAA')],
    ['another signature', (cookie: string) => `${cookie.slice(0, -8)}AAAAA%3D`],
    ['no signature', (cookie: string) => cookie.slice(0, 28)],
    ['an example put in', (cookie: string) => cookie.replace('.', '~ainur.')],
  ])('forged with %s makes a new person and cannot send', async (_what, forge) => {
    const web = await startWebChat({ talkAs: true, examples });
    const browser = openBrowser(web);
    const chat = await browser.chat();
    const forged = forge(browser.cookie);
    expect(forged).not.toBe(browser.cookie);
    browser.cookie = forged;
    expect(await (await browser.post('/chat/send', { id: keyA, text: 'x' })).json()).toEqual(stranger);
    expect(await browser.chat()).not.toBe(chat);
    expect(web.arrived).toEqual([]);
  });

  test('is signed by this secret only', async () => {
    const browser = openBrowser(await startWebChat());
    const chat = await browser.chat();
    const other = openBrowser(await startWebChat({ secret: 'another secret, 32 letters long' }));
    other.cookie = browser.cookie;
    expect(await other.chat()).not.toBe(chat);
  });

  test('is dropped by leaving', async () => {
    const browser = openBrowser(await startWebChat());
    const chat = await browser.chat();
    expect(await (await browser.post('/chat/leave', {})).json()).toEqual({ ok: true });
    expect(browser.cookie).toBe('');
    expect(await browser.chat()).not.toBe(chat);
  });
});

describe('new persons', () => {
  test('are limited for each address and hour; who is known comes in', async () => {
    const web = await startWebChat({ maxNewPersons: 2 });
    const known = openBrowser(web);
    await known.chat();
    await openBrowser(web).chat();
    const refused = await openBrowser(web).go('/chat/history');
    expect([refused.status, await refused.json(), refused.headers.get('set-cookie')]).toEqual([
      429,
      { ok: false, code: 'too_many_new' },
      null,
    ]);
    expect((await known.go('/chat/history')).status).toBe(200);
    web.clock.now += 60 * 60 * 1000;
    expect((await openBrowser(web).go('/chat/history')).status).toBe(200);
  });

  test('are counted by the address a proxy on this machine names, networks of IPv6 as one', async () => {
    const web = await startWebChat({ maxNewPersons: 1 });
    const from = async (socket: string, forwarded?: string) => {
      const request = new Request('http://birge.kz/chat/history', {
        headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
      });
      return (await web.channel.routes.fetch(request, { incoming: { socket: { remoteAddress: socket } } })).status;
    };
    expect(await from('127.0.0.1', '9.9.9.9, 5.5.5.5')).toBe(200);
    expect(await from('::ffff:127.0.0.1', '8.8.8.8, 5.5.5.5')).toBe(429);
    expect(await from('4.4.4.4', '7.7.7.7')).toBe(200);
    expect(await from('4.4.4.4', '6.6.6.6')).toBe(429);
    expect(await from('2001:db8:1:2::5')).toBe(200);
    expect(await from('2001:db8:1:2:aaaa::1')).toBe(429);
    expect(await from('2001:db8::1')).toBe(200);
  });
});

describe('requests of other sites', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: '' }],
  ])('%j are refused', async (headers) => {
    const web = await startWebChat();
    const browser = openBrowser(web);
    await browser.chat();
    for (const path of ['/chat/send', '/chat/leave', '/chat/as']) {
      const answer = await browser.post(path, { id: keyA, text: 'x' }, headers);
      expect([answer.status, await answer.json()]).toEqual([403, { ok: false, code: 'foreign' }]);
    }
    expect(web.arrived).toEqual([]);
  });

  test('cannot read either, and our own page behind a proxy can send', async () => {
    const web = await startWebChat();
    const browser = openBrowser(web, 'birge.kz');
    await browser.chat();
    expect((await browser.go('/chat/history', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const proxied = { host: '127.0.0.1:3000', origin: 'https://birge.kz', 'x-forwarded-host': 'birge.kz' };
    expect((await browser.post('/chat/send', { id: keyA, text: 'x' }, proxied)).status).toBe(200);
    expect(
      (await browser.post('/chat/send', { id: keyB, text: 'x' }, { 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });
});

describe('talking as an example', () => {
  test('is possible at this machine: another talk in the same browser, and back', async () => {
    const web = await startWebChat({ talkAs: true, examples });
    const browser = openBrowser(web);
    const own = await browser.chat();
    expect(await browser.read('/chat/examples')).toEqual({ ok: true, examples: await examples() });
    expect((await browser.post('/chat/as', { key: 'ainur' })).status).toBe(200);
    expect(await browser.read('/chat/history')).toMatchObject({ talkAs: true, as: 'ainur' });
    const ainur = await browser.chat();
    expect(ainur).not.toBe(own);
    await browser.post('/chat/as', { key: null });
    expect(await browser.chat()).toBe(own);
    const other = openBrowser(web);
    await other.chat();
    await other.post('/chat/as', { key: 'ainur' });
    expect(await other.chat()).toBe(ainur);
    expect((await browser.post('/chat/as', { key: 'nobody' })).status).toBe(404);
    expect((await browser.post('/chat/as', { key: 5 })).status).toBe(400);
  });

  test.each([
    ['it is off', false, 'localhost:3000', {}],
    ['the host is not local', true, 'birge.kz', {}],
    ['the host only looks local', true, 'localhost.birge.kz', {}],
    ['a proxy forwarded', true, 'localhost:3000', { 'x-forwarded-for': '1.2.3.4' }],
    ['a proxy forwarded with another header', true, '127.0.0.1:3000', { 'x-forwarded-proto': 'http' }],
    ['a proxy says so', true, '[::1]:3000', { forwarded: 'for=1.2.3.4' }],
    ['a cache says so', true, 'localhost', { via: '1.1 x' }],
    ['Cloudflare says so', true, 'localhost', { 'cf-connecting-ip': '1.2.3.4' }],
  ])('is not there when %s', async (_what, talkAs, host, headers) => {
    const web = await startWebChat({ talkAs, examples });
    const browser = openBrowser(web, host);
    const history = await browser.read('/chat/history', headers);
    expect(history.talkAs).toBe(false);
    expect((await browser.go('/chat/examples', { headers })).status).toBe(404);
    expect((await browser.post('/chat/as', { key: 'ainur' }, headers)).status).toBe(404);
  });

  test('ends where the request is no longer local, though the cookie remembers it', async () => {
    const web = await startWebChat({ talkAs: true, examples });
    const browser = openBrowser(web);
    const own = await browser.chat();
    await browser.post('/chat/as', { key: 'ainur' });
    expect((await browser.read('/chat/history', { via: '1.1 x' })).chat).toBe(String(own));
  });
});

import { describe, expect, test } from 'vitest';
import { keyA, keyB, noon, openBrowser, startWebChat } from './web-chat-kit.ts';

const pdf = (name = 'a.pdf') => new File(['%PDF-1.4 x'], name, { type: 'text/html' });

async function talk() {
  const web = await startWebChat();
  const browser = openBrowser(web);
  const chat = await browser.chat();
  const from = { id: chat, is_bot: false, first_name: '', language_code: 'kk' };
  const say = async (body: object) => {
    const answer = await browser.post('/chat/send', body, { 'accept-language': 'de, kk-KZ;q=0.9, ru' });
    return { status: answer.status, ...(await answer.json()) };
  };
  return { ...web, browser, chat, from, say };
}

describe('a text', () => {
  test('becomes an update and a message of the page', async () => {
    const { arrived, browser, chat, from, say } = await talk();
    const id = noon * 1000;
    const shown = { id, from: 'person', at: '2026-10-15T07:00:00.000Z', body: { text: ['Сәлем <b>'], key: keyA } };
    expect(await say({ id: keyA, text: ' Сәлем <b>\n' })).toEqual({ status: 200, ok: true, message: shown });
    const message = {
      message_id: id,
      date: noon / 1000,
      chat: { id: chat, type: 'private', first_name: '' },
      from,
      text: 'Сәлем <b>',
    };
    expect(arrived).toEqual([{ key: keyA, update: { update_id: id + 1, message }, page: shown }]);
    expect((await browser.read('/chat/history')).messages).toEqual([shown]);
  });

  test.each([
    ['/start', 6],
    ['/start aB-9_', 6],
    ['/menu@birge_bot x', 5],
    ['/start\nx', 6],
    ['say /start', 0],
    ['/', 0],
    ['/привет', 0],
    ['//x', 0],
  ])('%j has a command of %d characters', async (text, length) => {
    const { arrived, say } = await talk();
    await say({ id: keyA, text });
    const entities = arrived[0]?.update.message?.entities;
    expect(entities).toEqual(length ? [{ type: 'bot_command', offset: 0, length }] : undefined);
  });

  test('sent again under its id has the same key', async () => {
    const { arrived, state, say } = await talk();
    state.away = true;
    expect(await say({ id: keyA, text: 'x' })).toEqual({ status: 503, ok: false, code: 'not_stored' });
    state.away = false;
    expect(await say({ id: keyA, text: 'x' })).toMatchObject({ status: 200 });
    expect(await say({ id: keyA, text: 'x' })).toMatchObject({ status: 200 });
    expect(arrived.map((one) => one.key)).toEqual([keyA, keyA]);
  });

  test.each([
    [{ id: keyA, text: 'ә'.repeat(8001) }, 413, 'text_too_long'],
    [{ id: keyA, text: ' \n ' }, 400, 'text_empty'],
    [{ id: 'not a uuid', text: 'x' }, 400, 'unreadable'],
    [{ text: 'x' }, 400, 'unreadable'],
    [{ id: keyA }, 400, 'unreadable'],
    [{ id: keyA, text: 5 }, 400, 'unreadable'],
    [{ id: keyA, press: { message: 1, data: 'ә'.repeat(33) } }, 400, 'unreadable'],
    [{ id: keyA, press: { message: -1, data: 'x' } }, 400, 'unreadable'],
    ['a text of 22 MB', 413, 'file_too_large'],
  ])('%j is refused', async (body, status, code) => {
    const { arrived, browser } = await talk();
    const sent = typeof body === 'string' ? { id: keyA, text: 'x'.repeat(22 * 1024 * 1024) } : body;
    const answer = await browser.post('/chat/send', sent);
    expect([answer.status, await answer.json()]).toEqual([status, { ok: false, code }]);
    expect(arrived).toEqual([]);
  });

  test('is not taken before the start and after the stop', async () => {
    const { channel, say } = await talk();
    await channel.stop();
    expect(await say({ id: keyA, text: 'x' })).toEqual({ status: 503, ok: false, code: 'not_stored' });
  });
});

describe('a press', () => {
  test('carries the message it was under', async () => {
    const { arrived, call, chat, from, say } = await talk();
    const reply_markup = { inline_keyboard: [[{ text: 'Иә', callback_data: 'yes' }]] };
    const sent = await call('sendMessage', {
      chat_id: chat,
      text: '<b>Дайынсыз ба?</b>',
      parse_mode: 'HTML',
      reply_markup,
    });
    if (!sent.ok) throw new Error('not sent');
    expect(await say({ id: keyB, press: { message: noon * 1000, data: 'yes' } })).toEqual({ status: 200, ok: true });
    const query = { id: `${chat}.${keyB}`, from, chat_instance: String(chat), data: 'yes', message: sent.result };
    expect(arrived).toEqual([{ key: keyB, update: { update_id: noon * 1000 + 1, callback_query: query } }]);
  });

  test('under a message of somebody else or of long ago names only its place', async () => {
    const { arrived, call, chat, say } = await talk();
    await call('sendMessage', { chat_id: 99, text: 'Құпия' });
    await say({ id: keyB, press: { message: noon * 1000, data: 'yes' } });
    expect(arrived[0]?.update.callback_query?.message).toEqual({
      message_id: noon * 1000,
      date: 0,
      chat: { id: chat, type: 'private', first_name: '' },
    });
  });
});

describe('a file', () => {
  test('is known by its bytes, not by what the browser says', async () => {
    const { arrived, browser, channel } = await talk();
    const answer = await browser.upload({ id: keyA, caption: 'Міне', file: pdf('../Анықтама 1.pdf') });
    expect(answer.status).toBe(200);
    const message = arrived[0]?.update.message;
    expect(message).toMatchObject({
      caption: 'Міне',
      document: { file_name: 'Анықтама 1.pdf', mime_type: 'application/pdf', file_size: 10 },
    });
    expect(Buffer.from(await channel.download(message?.document?.file_id ?? '')).toString()).toBe('%PDF-1.4 x');
    expect(arrived[0]?.page?.body).toMatchObject({
      text: ['Міне'],
      file: { name: 'Анықтама 1.pdf', mime: 'application/pdf', picture: false },
    });
  });

  test('is given back to its own person only, never as a page', async () => {
    const { arrived, browser, channel } = await talk();
    await browser.upload({ id: keyA, file: new File(['<script>alert(1)</script>'], 'x.html', { type: 'text/html' }) });
    const key = arrived[0]?.update.message?.document?.file_id ?? '';
    const mine = await browser.go(`/chat/file/${key}`);
    const told = [
      'content-type',
      'content-disposition',
      'content-security-policy',
      'x-content-type-options',
      'cache-control',
    ];
    expect([mine.status, ...told.map((name) => mine.headers.get(name))]).toEqual([
      200,
      'application/octet-stream',
      "attachment; filename*=UTF-8''x.html",
      "default-src 'none'; sandbox",
      'nosniff',
      'private, max-age=3600',
    ]);
    const other = openBrowser({ channel });
    expect((await other.go(`/chat/file/${key}`)).status).toBe(401);
    await other.chat();
    expect((await other.go(`/chat/file/${key}`)).status).toBe(404);
    expect((await browser.go('/chat/file/nowhere')).status).toBe(404);
    expect((await browser.go('/chat/file/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
  });

  test('empty, over 20 MB or no file at all is refused', async () => {
    const { arrived, browser } = await talk();
    const refusal = async (fields: Record<string, string | File>) => (await (await browser.upload(fields)).json()).code;
    expect(await refusal({ id: keyA, file: new File([], 'a') })).toBe('file_empty');
    expect(await refusal({ id: keyA, file: new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a') })).toBe(
      'file_too_large',
    );
    expect(await refusal({ id: keyA, file: 'words' })).toBe('unreadable');
    expect(arrived).toEqual([]);
  });
});

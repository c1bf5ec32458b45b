import { expect, test } from 'vitest';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { opened, result, said } from './calls.ts';

const pdf = Buffer.from('%PDF-1.4 бірге');

test('what a person sends can be fetched, over HTTP and in process', async () => {
  const double = new TelegramDouble();
  const dana = double.person({ id: 7, first_name: 'Дана' });
  const update = await dana.sends.document(pdf, 'түйіндеме.pdf', 'application/pdf');
  expect(update.message?.document).toMatchObject({
    file_name: 'түйіндеме.pdf',
    mime_type: 'application/pdf',
    file_size: pdf.length,
  });
  const file = result(await double.call('getFile', { file_id: update.message?.document?.file_id }));
  const served = await double.listen();
  const path = `/file/bot${double.token}/${String(file['file_path'])}`;
  expect(Buffer.from(await (await fetch(served.root + path)).arrayBuffer())).toEqual(pdf);
  expect((await fetch(`${served.root}/file/bot1:x/documents/file_0.pdf`)).status).toBe(401);
  expect((await fetch(`${served.root}/file/bot${double.token}/documents/none.pdf`)).status).toBe(404);
  await served.close();
  expect(Buffer.from(await (await double.fetch(`https://api.telegram.org${path}`)).arrayBuffer())).toEqual(pdf);
});

test('20 MB can be fetched, a byte more cannot', async () => {
  const { double, dana } = await opened();
  const fetchable = async (size: number) => {
    const { message } = await dana.sends.document(pdf, 'a.pdf', 'application/pdf', { size });
    return said(await double.call('getFile', { file_id: message?.document?.file_id }));
  };
  expect(await fetchable(20 * 1024 * 1024)).toBe('ok');
  expect(await fetchable(20 * 1024 * 1024 + 1)).toBe('400 Bad Request: file is too big');
});

test('every kind that a person can send', async () => {
  const { dana } = await opened();
  await dana.sends.photo(undefined, 'Мен');
  await dana.sends.voice();
  await dana.sends.sticker();
  await dana.sends.location();
  expect(dana.transcript(1)).toBe('Дана: (photo) Мен\nДана: (voice)\nДана: (sticker 👍)\nДана: (location)');
});

test('sending: by file id, never the wrong kind, never nothing', async () => {
  const { double, dana } = await opened();
  const photo = (await dana.sends.photo()).message?.photo?.at(-1)?.file_id;
  const voice = (await dana.sends.voice()).message?.voice?.file_id;
  const send = async (payload: object) => said(await double.call('sendPhoto', { chat_id: 7, ...payload }));
  expect(await send({ photo })).toBe('ok');
  expect(await send({ photo: voice })).toBe("400 Bad Request: can't use file of type Voice as Photo");
  expect(await send({ photo: 'x' })).toBe('400 Bad Request: wrong file identifier/HTTP URL specified');
  expect(await send({})).toBe('400 Bad Request: there is no photo in the request');
  expect(await send({ photo, caption: 'ә'.repeat(1024) })).toBe('ok');
  expect(await send({ photo, caption: 'ә'.repeat(1025) })).toBe('400 Bad Request: message caption is too long');
});

test('an uploaded picture must be a picture', async () => {
  const double = new TelegramDouble();
  await double.person({ id: 7, first_name: 'Дана' }).starts();
  const served = await double.listen();
  const upload = async (bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('chat_id', '7');
    form.set('photo', new File([bytes], 'a.png'));
    return said(
      await (await fetch(`${served.root}/bot${double.token}/sendPhoto`, { method: 'POST', body: form })).json(),
    );
  };
  expect(await upload(new Uint8Array(pdf))).toBe('400 Bad Request: IMAGE_PROCESS_FAILED');
  expect(await upload(new Uint8Array())).toBe('400 Bad Request: file must be non-empty');
  expect(await upload(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe('ok');
  await served.close();
});

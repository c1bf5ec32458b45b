import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { SharedFile } from '../../src/screens/shared-file.ts';

/** A channel that keeps what is sent: bytes go up, an id names what went up before. `ids` false: it names nothing. */
function channelOf({ ids = true, failures = 0 } = {}) {
  const sent: string[] = [];
  let left = failures;
  const put = async (file: InputFile | string) => {
    await Promise.resolve();
    sent.push(file instanceof InputFile ? 'bytes' : file);
    if (left > 0) {
      left -= 1;
      throw new Error('the connection broke');
    }
    return ids ? { message_id: 1, photo: [{ file_id: 'small' }, { file_id: 'large' }] } : { message_id: 1 };
  };
  return { sent, put };
}

const bytes = () => Promise.resolve(new Uint8Array([1]));
const many = (file: SharedFile, put: ReturnType<typeof channelOf>['put'], count = 5) =>
  Promise.allSettled(Array.from({ length: count }, () => file.send('a.png', put)));

test('of many at once one goes up, and all others take its largest size by the id', async () => {
  const { sent, put } = channelOf();
  let reads = 0;
  const file = new SharedFile(() => {
    reads += 1;
    return bytes();
  });
  await Promise.all([file.prepare(), file.prepare()]);
  await many(file, put);
  await file.prepare();
  expect(sent).toEqual(['bytes', 'large', 'large', 'large', 'large']);
  expect(reads).toBe(1);
});

test('if the first does not get through, those that waited for it go up themselves', async () => {
  const { sent, put } = channelOf({ failures: 1 });
  const file = new SharedFile(bytes);
  const ends = await many(file, put, 3);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(sent.slice(0, 2)).toEqual(['bytes', 'bytes']);
  await many(file, put, 1);
  expect(sent.at(-1)).toBe('large');
});

test('a channel that names no file gets the bytes each time', async () => {
  const { sent, put } = channelOf({ ids: false });
  await many(new SharedFile(bytes), put, 3);
  expect(sent).toEqual(['bytes', 'bytes', 'bytes']);
});

test('bytes that can not be read now are read again', async () => {
  let reads = 0;
  const file = new SharedFile(() => {
    reads += 1;
    return reads === 1 ? Promise.reject(new Error('away')) : bytes();
  });
  await expect(file.prepare()).rejects.toThrow('away');
  await file.prepare();
  expect(reads).toBe(2);
});

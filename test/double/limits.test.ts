import { expect, test } from 'vitest';
import { opened } from './calls.ts';

/** How many of `count` sends pass, and what the first refused one says about waiting. */
async function burst(double: Awaited<ReturnType<typeof opened>>['double'], chats: number[], count: number) {
  let passed = 0;
  let wait: number | undefined;
  for (let n = 0; n < count; n += 1) {
    const answer = await double.call('sendMessage', { chat_id: chats[n % chats.length], text: `${n}` });
    if (answer.ok) passed += 1;
    else wait ??= answer.parameters?.retry_after;
  }
  return { passed, wait };
}

test('one chat takes a burst of 20, then one a second', async () => {
  const { double, clock } = await opened();
  expect(await burst(double, [7], 25)).toEqual({ passed: 20, wait: 1 });
  await clock.advance(1000);
  expect(await burst(double, [7], 5)).toEqual({ passed: 1, wait: 1 });
  await clock.advance(20_000);
  expect(await burst(double, [7], 25)).toEqual({ passed: 20, wait: 1 });
});

test('the bot sends 30 messages in any second', async () => {
  const { double, clock } = await opened();
  const ids = [11, 12, 13, 14];
  for (const id of ids) await double.person({ id, first_name: `${id}` }).starts();
  expect(await burst(double, ids, 40)).toEqual({ passed: 30, wait: 1 });
  await clock.advance(999);
  expect(await burst(double, ids, 1)).toEqual({ passed: 0, wait: 1 });
  await clock.advance(1);
  expect((await burst(double, ids, 30)).passed).toBe(30);
});

test('a group takes 20 messages in any minute', async () => {
  const { double, clock } = await opened();
  const group = double.group({ title: 'Еріктілер', id: -1001 });
  expect(await burst(double, [group.chat.id], 21)).toEqual({ passed: 20, wait: 60 });
  await clock.advance(30_000);
  expect(await burst(double, [group.chat.id], 1)).toEqual({ passed: 0, wait: 30 });
  await clock.advance(30_000);
  expect((await burst(double, [group.chat.id], 20)).passed).toBe(20);
});

test('a refusal reads as the service writes it, and limits can be off', async () => {
  const { double } = await opened();
  await burst(double, [7], 20);
  expect(await double.call('sendMessage', { chat_id: 7, text: 'a' })).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  const unlimited = await opened({ limits: 'off' });
  expect((await burst(unlimited.double, [7], 100)).passed).toBe(100);
});

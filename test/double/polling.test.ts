import { expect, test } from 'vitest';
import { opened, said } from './calls.ts';

test('a poll waits until something arrives', async () => {
  const { double, dana } = await opened();
  const poll = double.call('getUpdates', { timeout: 30 });
  const update = await dana.says('сәлем');
  expect(await poll).toEqual({ ok: true, result: [update] });
});

test('a poll ends empty after its time, not before', async () => {
  const { double, clock } = await opened();
  let ended = false;
  const poll = double.call('getUpdates', { timeout: 30 }).then((answer) => {
    ended = true;
    return answer;
  });
  await clock.advance(29_999);
  expect(ended).toBe(false);
  await clock.advance(1);
  expect(await poll).toEqual({ ok: true, result: [] });
});

test('only the offset confirms; ids rise by one from anywhere', async () => {
  const { double, dana } = await opened();
  const first = await dana.says('бір');
  const second = await dana.says('екі');
  expect(second.update_id).toBe(first.update_id + 1);
  expect(await double.call('getUpdates', { limit: 1 })).toEqual({ ok: true, result: [first] });
  expect(await double.call('getUpdates', {})).toEqual({ ok: true, result: [first, second] });
  expect(await double.call('getUpdates', { offset: second.update_id })).toEqual({ ok: true, result: [second] });
  expect(double.waiting).toEqual([second]);
});

test('a second poller ends the first, a webhook ends both', async () => {
  const { double } = await opened();
  const first = double.call('getUpdates', { timeout: 30 });
  const second = double.call('getUpdates', { timeout: 30 });
  expect(said(await first)).toBe(
    '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  );
  await double.call('setWebhook', { url: 'https://example.org/hook' });
  expect(said(await second)).toBe('409 Conflict: terminated by setWebhook request');
  expect(said(await double.call('getUpdates', {}))).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
});

test('only the kinds asked for arrive', async () => {
  const { double, dana } = await opened();
  await double.call('getUpdates', { allowed_updates: ['message'] });
  const update = await dana.says('бір');
  await dana.edits(update.message ?? { message_id: 0 }, 'екі');
  expect(double.waiting).toEqual([update]);
});

test('a day later it is gone', async () => {
  const { double, clock, dana } = await opened();
  await dana.says('бір');
  await clock.advance(24 * 3_600_000);
  expect(double.waiting).toEqual([]);
});

import { GrammyError } from 'grammy';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { serializers } from '../src/log.ts';

test('the log of an error never carries the message that could not be sent', () => {
  const lines: string[] = [];
  const log = pino({ serializers }, { write: (line) => void lines.push(line) });
  const refusal = { ok: false, error_code: 400, description: 'Bad Request: chat not found' } as const;
  const error = new GrammyError('refused', refusal, 'sendMessage', { chat_id: 1, text: 'Dana, +7 701 123 45 67' });
  log.error({ err: new Error('a job failed', { cause: error }) }, 'failed');
  log.error({ err: error }, 'failed');
  log.error({ err: 'Dana' }, 'failed');
  const errors = lines.map((line) => (JSON.parse(line) as { err: { stack: string } }).err);
  expect(errors.map((each) => JSON.stringify({ ...each, stack: undefined, cause: undefined }))).toEqual([
    '{"type":"Error","message":"a job failed"}',
    '{"type":"GrammyError","message":"refused (400: Bad Request: chat not found)"}',
    '{"type":"string"}',
  ]);
  expect(lines.join()).not.toContain('Dana');
});

import { expect, test } from 'vitest';
import { commandsIn } from '../support/double/formatting.ts';
import { parseHtml } from '../support/double/html.ts';
import { opened, result } from './calls.ts';

test.each([
  ['<b>а</b> б', 'а б', [{ type: 'bold', offset: 0, length: 1 }]],
  ['a &lt;b&gt; &amp; &quot;c&quot; &#1241; &nbsp;', 'a <b> & "c" ә &nbsp;', []],
  ['👍<i>x</i>', '👍x', [{ type: 'italic', offset: 2, length: 1 }]],
  [
    '<a href="https://e.kz/?a=1&amp;b=2">x</a>',
    'x',
    [{ type: 'text_link', url: 'https://e.kz/?a=1&b=2', offset: 0, length: 1 }],
  ],
  ['<a href="http://localhost/">x</a>', 'x', []],
  ['<b></b>x', 'x', []],
  [
    '<b>1<i>2</i></b>',
    '12',
    [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
    ],
  ],
  ['<blockquote expandable>x</blockquote>', 'x', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
  ['<span class="tg-spoiler">x</span>', 'x', [{ type: 'spoiler', offset: 0, length: 1 }]],
])('%s', (source, text, entities) => {
  expect(parseHtml(source)).toEqual({ text, entities });
});

test('white space at the ends goes, entities move with the text', async () => {
  const { double } = await opened();
  const sent = result(await double.call('sendMessage', { chat_id: 7, text: ' \n<b>а </b>\n', parse_mode: 'HTML' }));
  expect({ text: sent['text'], entities: sent['entities'] }).toEqual({
    text: 'а',
    entities: [{ type: 'bold', offset: 0, length: 1 }],
  });
});

test('commands are found where Telegram finds them', () => {
  expect(commandsIn('/start a/b /help, http://x/y')).toEqual([
    { type: 'bot_command', offset: 0, length: 6 },
    { type: 'bot_command', offset: 11, length: 5 },
  ]);
});

import { describe, expect, test } from 'vitest';
import { italic, whatsappText } from '../../../src/channels/whatsapp/marks.ts';

describe('marks', () => {
  test.each([
    ['plain words', 'plain words'],
    ['', ''],
    ['<b>Мерзімі</b>', '*Мерзімі*'],
    ['<i>1 / 50</i>', '_1 / 50_'],
    ['<s>old</s> <u>under</u> <tg-spoiler>hidden</tg-spoiler>', '~old~ under hidden'],
    ['<b><i>both</i></b>', '*_both_*'],
    ['<b>one <i>two</i> three</b>', '*one _two_ three*'],
    ['<i><b>two</b></i> then <b>one</b>', '_*two*_ then *one*'],
    ['<b>one</b><b>two</b>', '*onetwo*'],
    ['<code>birge 12</code>', '```birge 12```'],
    ['<pre><code>a *b*\nc</code></pre>', '```a *b*```\n```c```'],
    ['<b>say <code>x</code></b>', '*say* ```x```'],
    ['1 &lt; 2 &amp; 3 &gt; 2', '1 < 2 & 3 > 2'],
    ['<b>Срок: 5 мая</b> (осталось 3 дня)', '*Срок: 5 мая* (осталось 3 дня)'],
  ])('%j', (html, text) => {
    expect(whatsappText(html)).toBe(text);
  });
});

describe('where WhatsApp would not read a mark, the words stay without it', () => {
  test.each([
    // A mark ends with its line.
    ['<b>first\nsecond</b>', '*first*\n*second*'],
    ['<b>first\n\nthird</b>', '*first*\n\n*third*'],
    ['<i>a <b>b\nc</b> d</i>', '_a *b*_\n_*c* d_'],
    // It stands at words, not at the spaces around them.
    ['<b> spaced </b>out', ' *spaced* out'.trim()],
    ['a<b> spaced </b>b', 'a *spaced* b'],
    ['<b>\n</b>x', 'x'],
    ['<b>   </b>x', 'x'],
    // It begins and ends at a word's edge.
    ['Қа<b>за</b>қ', 'Қазақ'],
    ['<b>Birge</b>ге', 'Birgeге'],
    ['<b>Birge</b>, «<b>Birge</b>»', '*Birge*, «Birge»'],
    ['<b>1.</b> Есеп', '*1.* Есеп'],
    ['<b>x</b>2', 'x2'],
    ['<b>one</b><i>two</i>', 'onetwo'],
    // It would end at a sign of the same kind.
    ['<b>5 * 3</b>', '5 * 3'],
    ['<i>snake_case</i>', 'snake_case'],
    ['<b>snake_case</b>', '*snake_case*'],
    ['*<b>x</b>', '*x'],
    ['<code>a`b</code>', 'a`b'],
  ])('%j', (html, text) => {
    expect(whatsappText(html)).toBe(text);
  });
});

test('signs that people wrote stay, and nothing hidden is put between them', () => {
  const said = '2*3*4 _so_ ~maybe~ a_b_c `x` *1. Menu*';
  expect(whatsappText(said)).toBe(said);
});

describe('links', () => {
  test.each([
    ['<a href="https://birge.kz/help">Көмек</a>', 'Көмек: https://birge.kz/help'],
    ['<a href="https://t.me/b?start=g_a_b_">https://t.me/b?start=g_a_b_</a>', 'https://t.me/b?start=g_a_b_'],
    ['<a href="https://birge.kz">https://birge.kz</a>', 'https://birge.kz'],
    ['<a href="https://birge.kz"></a>', 'https://birge.kz/'],
    ['<a href="tel:+77010000001">+77010000001</a>', '+77010000001'],
    ['<a href="mailto:a@birge.kz">Жазыңыз</a>', 'Жазыңыз: a@birge.kz'],
    ['<b><a href="https://birge.kz/x">here</a></b>', '*here: https://birge.kz/x*'],
    ['<a href="javascript:alert(1)">no</a>', 'no'],
  ])('%j', (html, text) => {
    expect(whatsappText(html)).toBe(text);
  });
});

describe('quotes', () => {
  test.each([
    ['<blockquote>one\ntwo</blockquote>', '> one\n> two'],
    ['before<blockquote><b>one</b></blockquote>after', 'before\n> *one*\nafter'],
    ['before\n<blockquote>one\n\ntwo</blockquote>\nafter', 'before\n> one\n> \n> two\nafter'],
  ])('%j', (html, text) => {
    expect(whatsappText(html)).toBe(text);
  });
});

test.each([
  ['Write the word: Back · Skip', '_Write the word: Back · Skip_'],
  ['Write the word: a_b', 'Write the word: a_b'],
])('in italics: %j', (text, shown) => {
  expect(italic(text)).toBe(shown);
});

import { describe, expect, test } from 'vitest';
import { readTelegramHtml, safeLink } from '../../src/channels/telegram-html.ts';

describe('readTelegramHtml', () => {
  test.each([
    ['plain words', ['plain words']],
    ['', []],
    ['<b>Бірге</b> &amp; <i>достар</i>', [{ mark: 'b', inside: ['Бірге'] }, ' & ', { mark: 'i', inside: ['достар'] }]],
    [
      '<strong>a</strong><em>b</em><ins>c</ins><del>d</del>',
      [
        { mark: 'b', inside: ['a'] },
        { mark: 'i', inside: ['b'] },
        { mark: 'u', inside: ['c'] },
        { mark: 's', inside: ['d'] },
      ],
    ],
    [
      '<pre><code class="language-sql">select</code></pre>',
      [{ mark: 'pre', inside: [{ mark: 'code', inside: ['select'] }] }],
    ],
    [
      '<blockquote>x</blockquote><tg-spoiler>y</tg-spoiler>',
      [
        { mark: 'blockquote', inside: ['x'] },
        { mark: 'spoiler', inside: ['y'] },
      ],
    ],
    [
      '<a href="https://birge.kz/?a=1&amp;b=2">here</a>',
      [{ mark: 'a', href: 'https://birge.kz/?a=1&b=2', inside: ['here'] }],
    ],
    ['&lt;b&gt; &#1240;&#x49A; &quot;&unknown;', ['<b> ӘҚ "&unknown;']],
  ])('reads %s', (html, pieces) => expect(readTelegramHtml(html)).toEqual(pieces));

  test.each([
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
    ['<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    ['<b onclick="alert(1)">x</b>', [{ mark: 'b', inside: ['x'] }]],
    ['<svg/onload=alert(1)>', ['<svg/onload=alert(1)>']],
    ['<a href="javascript:alert(1)">x</a>', ['x']],
    ['<a href=" java\nscript:alert(1)">x</a>', ['x']],
    ['<a href="&#106;avascript:alert(1)">x</a>', ['x']],
    ['<a href="data:text/html,<b>">x</a>', ['<a href="data:text/html,', { mark: 'b', inside: ['">x'] }]],
    ['<a>no address</a>', ['no address']],
    ['<constructor>x</constructor>', ['<constructor>x</constructor>']],
  ])('lets nothing else through: %s', (html, pieces) => expect(readTelegramHtml(html)).toEqual(pieces));

  test.each([
    ['<b>never closed', [{ mark: 'b', inside: ['never closed'] }]],
    ['closed too often</b></i>', ['closed too often']],
    ['<b>a<i>b</b>c', [{ mark: 'b', inside: ['a', { mark: 'i', inside: ['b'] }] }, 'c']],
    ['2 < 3 and 4 > 3', ['2 < 3 and 4 > 3']],
  ])('makes the best of broken marks: %s', (html, pieces) => expect(readTelegramHtml(html)).toEqual(pieces));

  test('stays quick with hostile input', () => {
    const begun = performance.now();
    readTelegramHtml(`${'<a '.repeat(20_000)}${'<b href='.repeat(5000)}${'</a>'.repeat(5000)}`);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

test.each([
  ['https://birge.kz', 'https://birge.kz/'],
  ['mailto:a@birge.kz', 'mailto:a@birge.kz'],
  ['tel:+77011234567', 'tel:+77011234567'],
  ['JavaScript:alert(1)', undefined],
  ['vbscript:x', undefined],
  ['file:///etc/passwd', undefined],
  ['/chat/leave', undefined],
  [undefined, undefined],
])('safeLink(%s) is %s', (address, link) => expect(safeLink(address)).toBe(link));

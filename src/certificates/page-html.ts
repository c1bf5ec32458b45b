import { createHash } from 'node:crypto';
import type { Say } from '../context.ts';
import { dayInWords } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import type { Language } from '../store/talks.ts';

/** What the page says of a number. Of one that does not hold nothing tells why. */
export type Verdict =
  | { is: 'valid'; initials: string; hours: number; from: Day; until: Day }
  | { is: 'invalid' }
  | { is: 'away' }
  | { is: 'braked' };

/** Plain enough for the browser of an old phone. */
const style = `body{margin:0;padding:1.5em 1em;font:1.1em/1.5 sans-serif;color:#1b2b34;background:#fff}
main{max-width:30em;margin:0 auto}h1{margin:.2em 0 .6em;font-size:1.5em;line-height:1.25}
.valid{color:#0b6b3a}.invalid{color:#a3261b}dt{color:#51626c}dd{margin:0 0 .8em;font-size:1.2em;font-weight:bold}
nav{margin-top:2em;border-top:1px solid #ccd5da;padding-top:.8em}nav a{color:#0b5563}nav a,nav b{margin-right:1em}`;

/** The only thing that the page's policy lets in is this very style. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

const names = [
  ['kk', 'Қазақша'],
  ['ru', 'Русский'],
  ['en', 'English'],
] as const satisfies [Language, string][];

/** The page as HTML without scripts. `say` escapes what is put into its sentences. */
export function pageOf(verdict: Verdict, language: Language, say: Say): string {
  const links = names.map(([code, name]) =>
    code === language ? `<b>${name}</b>` : `<a href="?l=${code}" lang="${code}">${name}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${say('vol-thx-page-title')}</title>
<style>${style}</style>
</head>
<body>
<main>
${bodyOf(verdict, language, say)}
<nav>${links.join('\n')}</nav>
</main>
</body>
</html>
`;
}

function bodyOf(verdict: Verdict, language: Language, say: Say): string {
  switch (verdict.is) {
    case 'valid': {
      const { initials, hours } = verdict;
      const [from, until] = [dayInWords(verdict.from, language), dayInWords(verdict.until, language)];
      const rows = [
        [say('vol-thx-page-initials'), say('vol-thx-page-of', { initials })],
        [say('vol-thx-page-hours'), say('vol-thx-number', { number: hours })],
        [say('vol-thx-page-period'), from === until ? from : say('vol-thx-span', { from, until })],
      ];
      const list = rows.map(([name, value]) => `<dt>${name}</dt>\n<dd>${value}</dd>`).join('\n');
      return `<h1 class="valid">✓ ${say('vol-thx-page-valid')}</h1>\n<dl>\n${list}\n</dl>`;
    }
    case 'invalid':
      return `<h1 class="invalid">✗ ${say('vol-thx-page-invalid')}</h1>\n<p>${say('vol-thx-page-compare')}</p>`;
    case 'away':
      return `<h1>${say('vol-thx-page-away')}</h1>\n<p>${say('vol-thx-page-later')}</p>`;
    case 'braked':
      return `<h1>${say('vol-thx-page-braked')}</h1>\n<p>${say('vol-thx-page-later')}</p>`;
  }
}

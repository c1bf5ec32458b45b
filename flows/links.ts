import type { Birge } from '../src/context.ts';
import { escapeHtml } from '../src/screens/html.ts';

/** The addresses under which a code can be opened, one per channel that is on. */
function linksTo(birge: Birge, code: string): string[] {
  const links: string[] = [];
  for (const { kind, me } of birge.channels.values()) {
    if (kind === 'telegram' && me.username) links.push(`https://t.me/${me.username}?start=${code}`);
    if (kind === 'web' && birge.webAddress) links.push(`${birge.webAddress}/?start=${code}`);
  }
  return links;
}

/** The same as HTML to be pressed, one a line. */
export const linksInHtml = (birge: Birge, code: string): string =>
  linksTo(birge, code)
    .map((link) => `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`)
    .join('\n');

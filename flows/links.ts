import type { ChannelKind } from '../src/channels/channel.ts';
import type { Birge } from '../src/context.ts';
import { escapeHtml } from '../src/screens/html.ts';

/** The addresses under which a code can be opened, one per channel that can be reached now; `except`: not in this kind. */
function linksTo(birge: Birge, code: string, except?: ChannelKind): string[] {
  const channels = [...birge.channels.values()].filter(({ kind }) => kind !== except);
  return channels.flatMap((channel) => channel.link(code) ?? []);
}

/** The same as HTML to be pressed, one a line. */
export const linksInHtml = (birge: Birge, code: string, except?: ChannelKind): string =>
  linksTo(birge, code, except)
    .map((link) => `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`)
    .join('\n');

/** Can somebody who writes here be reached in another messenger, too? One that is on and not linked yet leads nowhere. */
export const otherMessengers = ({ channels }: Birge, here: ChannelKind): boolean =>
  [...channels.values()].some((channel) => channel.kind !== here && channel.link('menu') !== undefined);

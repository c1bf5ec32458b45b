import type { Api } from 'grammy';
import type { Channel } from '../channels/channel.ts';
import type { Field, Screen } from './screen.ts';

/** Extra field of a call that only the web chat's gateway reads. */
interface ForThePage {
  birge?: Partial<Field> & Pick<Screen, 'about' | 'tellsOf'>;
}

/** What stands for a token where a channel has none; by it the web chat is known. */
export const tokenOf = ({ me, kind }: Pick<Channel, 'me' | 'kind'>): string => `${me.id}:${kind}`;

/** What the web page is told beside a message; nothing of it goes to another channel. */
export function forThePage(
  { token }: Pick<Api, 'token'>,
  { field, about, tellsOf = [] }: Pick<Screen, 'field' | 'about' | 'tellsOf'>,
): ForThePage {
  if (!token.endsWith(':web') || !(field || about || tellsOf.length > 0)) return {};
  return { birge: { ...field, ...(about && { about }), ...(tellsOf.length > 0 && { tellsOf }) } };
}

import type { Update, UserFromGetMe } from 'grammy/types';
import type { Incoming } from '../channel.ts';
import { aliasOf } from './arrival.ts';
import { groupNumber, messageKey, messageNumber, personNumber } from './ids.ts';
import { linkCode } from './spoken.ts';
import { commandEntity } from './understand.ts';
import type { ArrivedMessage, WireListeners } from './wire.ts';

const linking = /^\s*(?:\/link|birge|бірге)\s+(\S+)\s*$/iu;

/** A cheap look: may this be for Birge at all? What people say to each other in a group is not. */
export const mayConcernUs = ({ chat, text }: ArrivedMessage): boolean => !chat.endsWith('@g.us') || linking.test(text);

/** The only thing of a group's talk that is for Birge: a code that links the group. Everything else is dropped here. */
export function groupArrival(arrived: ArrivedMessage): Incoming | undefined {
  const code = arrived.file || arrived.other ? undefined : linking.exec(arrived.text)?.[1];
  const id = groupNumber(arrived.chat);
  const from = personNumber(arrived.from);
  if (code === undefined || !linkCode.test(code) || id === undefined || from === undefined) return undefined;
  const number = messageNumber(arrived.id);
  const update: Update = {
    update_id: number,
    message: {
      message_id: number,
      date: arrived.at,
      chat: { id, type: 'group', title: arrived.title ?? '' },
      from: { id: from, is_bot: false, first_name: '' },
      text: `/link ${code}`,
      entities: [commandEntity('/link'.length)],
    },
  };
  return { key: messageKey(arrived.id), update, ...aliasOf(arrived) };
}

/** We came into a group or are out of it. Who did it is not told, so it comes from the account itself; `at` in ms. */
export function groupChange(
  { id, title, is }: Parameters<WireListeners['group']>[0],
  me: UserFromGetMe,
  at: number,
): Incoming | undefined {
  const chat = groupNumber(id);
  if (chat === undefined) return undefined;
  const here = { status: 'member', user: me } as const;
  const out = { status: 'left', user: me } as const;
  const change = `${id} ${is} ${at}`;
  return {
    key: messageKey(change),
    update: {
      update_id: messageNumber(change),
      my_chat_member: {
        chat: { id: chat, type: 'group', title: title ?? '' },
        from: me,
        date: Math.floor(at / 1000),
        old_chat_member: is === 'joined' ? out : here,
        new_chat_member: is === 'joined' ? here : out,
      },
    },
  };
}

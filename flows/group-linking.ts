import { mayAnnounce } from '../src/announcing/right.ts';
import { today } from '../src/context.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { put } from '../src/screens/put.ts';
import { rolesOf } from '../src/store/deadlines.ts';
import { linkGroup, readGroup, readGroupCode } from '../src/store/groups.ts';
import { isCode } from '../src/store/invitations.ts';
import { readOrganisation } from '../src/store/organisations.ts';
import { noteAudit } from '../src/store/people.ts';
import type { Words } from '../src/store/talks.ts';

/** What became of a code that was written in a group. */
type Linked = { is: 'here'; organisation: Words } | { is: 'taken' | 'over' | 'unknown' };

/** `/start CODE` as Telegram writes it for whoever brought the bot in, or `/link CODE`; undefined: it links nothing. */
export function codeIn(text: string): string | undefined {
  const [, command, code] = /^\/(start|link)(?:@\w+)?\s+(\S+)\s*$/i.exec(text) ?? [];
  if (code === undefined || (command?.toLowerCase() === 'start' && !isCode('group', code))) return undefined;
  return code;
}

/** Links this group, if whoever gave the code may still announce there. One line in both languages; nobody is named. */
export async function linkHere(birge: Birge, ctx: OuterCtx, code: string, title: string): Promise<void> {
  if (ctx.chatId === undefined) return;
  const linked = await link(birge, ctx, code, title);
  const lines = (['kk', 'ru'] as const).map((language) => {
    const say = birge.say(language);
    switch (linked.is) {
      case 'here':
        return say('grp-here', { organisation: linked.organisation[language] ?? linked.organisation.kk });
      case 'taken':
        return say('grp-taken');
      case 'over':
        return say('grp-code-over');
      case 'unknown':
        return say('grp-code-unknown');
    }
  });
  await put(ctx.api, ctx.chatId, { text: lines.join('\n') });
}

async function link(birge: Birge, { talk }: OuterCtx, code: string, title: string): Promise<Linked> {
  const { store } = birge;
  const read = await readGroupCode(store, code, birge.now());
  if (read.is === 'unknown') {
    const subject = { kind: 'group', id: talk.chat };
    const tried = { person: talk.person?.id ?? null, action: 'refused-announce', subject };
    // Something else than a code is a slip; what looks like one may be forged.
    if (isCode('group', code)) await noteAudit(store, tried, birge.now());
    return { is: 'unknown' };
  }
  // The same message taken again, or written twice: it did what it was to do.
  if (read.is === 'over') return hereAlready(birge, talk.chat);
  const organisation = await readOrganisation(store, read.organisation);
  const giver = { person: { id: read.by }, roles: await rolesOf(store, read.by, today(birge)) };
  const place = { organisations: organisation?.above ?? [], project: read.project ?? undefined };
  const allowed = await mayAnnounce(birge, giver, place, { kind: 'organisation', id: read.organisation });
  if (!allowed || organisation === null) return { is: 'over' };
  const is = await linkGroup(store, code, talk.chat, title, birge.now());
  return is === 'linked' ? { is: 'here', organisation: organisation.name } : { is };
}

async function hereAlready(birge: Birge, chat: number): Promise<Linked> {
  const group = await readGroup(birge.store, chat);
  return group === null ? { is: 'over' } : { is: 'here', organisation: group.organisationName };
}

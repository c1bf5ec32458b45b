import type { Birge, Say } from '../src/context.ts';
import { inWords } from '../src/deadlines/words.ts';
import { languageOf } from '../src/filling/opened.ts';
import type { Screen } from '../src/screens/screen.ts';
import { acceptRole, comeWith, hashOf, readInvitation } from '../src/store/invitations.ts';
import { readOrganisation } from '../src/store/organisations.ts';
import type { Person, Role } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';

/**
 * Keeps the role link somebody opened until they are ready. One that serves nobody any more is told at once, so that no
 * question is answered for its sake; a link kept before it stays.
 */
export async function keepLink(birge: Birge, talk: Talk, person: Person, code: string): Promise<Screen | undefined> {
  const link = await readInvitation(birge.store, code, birge.now());
  // Whoever has the role already hears so: their own use may be the one that used the link up.
  if (link.is !== 'open' || link.kind !== 'role') return join(birge, talk, person, hashOf(code));
  person.cameWith = await comeWith(birge.store, code, person.id);
  return undefined;
}

/** Uses the link by which a person came, now that they are ready; undefined if they came by none. */
export async function joinByLink(birge: Birge, talk: Talk): Promise<Screen | undefined> {
  const { person } = talk;
  if (person === null || person.cameWith === null) return undefined;
  return join(birge, talk, person, person.cameWith);
}

async function join(birge: Birge, talk: Talk, person: Person, hash: string): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const joined = await acceptRole(birge.store, hash, person.id, birge.now());
  if (person.cameWith === hash) person.cameWith = null;
  if (joined.is !== 'member') return { text: say(`invitation-${joined.is}`) };
  // The talk began without the role: the menu that follows must already know it.
  talk.roles = [...talk.roles, joined.role];
  const text = say('joined', { role: say(`role-${joined.role.role}`) });
  if (joined.project === null) return welcomeTo(birge, say, person, joined.role, text);
  const project = joined.project[person.language] ?? joined.project.kk;
  const fill = { text: say('joined-fill'), data: `go:project:${joined.role.project}` };
  return { text: `${text}\n${say('joined-project', { project })}`, buttons: [[fill]] };
}

/** In a youth centre the welcome names it and leads there. */
async function welcomeTo(
  birge: Birge,
  say: Say,
  { language }: Person,
  { organisation }: Role,
  text: string,
): Promise<Screen> {
  const found = await readOrganisation(birge.store, organisation);
  if (found?.kind !== 'youth-centre') return { text };
  const open = { text: say('jb-ctr-open'), data: `jb:c:${organisation}` };
  return { text: `${text}\n${say('jb-ctr-joined', { centre: inWords(found.name, language) })}`, buttons: [[open]] };
}

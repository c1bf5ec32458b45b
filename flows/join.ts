import type { Birge } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import type { Screen } from '../src/screens/screen.ts';
import { acceptRole } from '../src/store/invitations.ts';
import type { Talk } from '../src/talks/talk.ts';

/** Uses the link by which a person came, now that they are ready; undefined if they came by none. */
export async function joinByLink(birge: Birge, talk: Talk): Promise<Screen | undefined> {
  const { person } = talk;
  if (person === null || person.cameWith === null) return undefined;
  const say = birge.say(languageOf(talk));
  const joined = await acceptRole(birge.store, person.cameWith, person.id, birge.now());
  person.cameWith = null;
  if (joined.is !== 'member') return { text: say(`invitation-${joined.is}`) };
  // The talk began without the role: the menu that follows must already know it.
  talk.roles = [...talk.roles, joined.role];
  const text = say('joined', { role: say(`role-${joined.role.role}`) });
  if (joined.project === null) return { text };
  const project = joined.project[person.language] ?? joined.project.kk;
  const fill = { text: say('joined-fill'), data: `go:project:${joined.role.project}` };
  return { text: `${text}\n${say('joined-project', { project })}`, buttons: [[fill]] };
}

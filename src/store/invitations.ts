import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from './store.ts';
import { role, words } from './talks.ts';

/** What a link gives: a role somewhere, the right to speak for a child, or another messenger for whoever made it. */
export type Offer =
  | { kind: 'role'; role: string; organisation: number; project?: number }
  | { kind: 'guardian'; child: number }
  /** Links a group to an organisation. */
  | { kind: 'group'; organisation: number; project?: number }
  /** `chat`: the row of the chat in which it was asked for. */
  | { kind: 'join'; chat: number };

/** The marks by which `/start` tells links apart. */
const marks = { role: 'r_', guardian: 'g_', group: 'l_', join: 'j_' } as const;

/** Makes a link's code. It leaves the system only here: the database keeps its hash. */
export async function issueInvitation(
  store: Store,
  offer: Offer,
  terms: { issuedBy: number | null; uses: number } & ({ days: number } | { minutes: number }),
  now: Date,
): Promise<string> {
  const code = marks[offer.kind] + randomBytes(16).toString('base64url');
  const { kind: _kind, ...scope } = offer;
  const lasts = 'minutes' in terms ? terms.minutes * 60_000 : terms.days * 86_400_000;
  const args = {
    p_code_hash: hashOf(code),
    p_kind: offer.kind,
    p_scope: scope,
    p_issued_by: terms.issuedBy,
    p_uses: terms.uses,
    p_expires_at: new Date(now.getTime() + lasts).toISOString(),
    p_at: now.toISOString(),
  };
  await store.call('issue_invitation', args, z.unknown());
  return code;
}

/** What the database knows of a code. */
export const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');

/** Is it the code of a link of that kind, by its mark? A piece of one counts: whoever copied it must hear that it is no link. */
export const isCode = (kind: keyof typeof marks, code: string): boolean => code.startsWith(marks[kind]);

const invitation = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unknown') }),
  z.object({ is: z.literal('over') }),
  z.object({
    is: z.literal('open'),
    kind: z.enum(['role', 'guardian']),
    role: z.string().nullable(),
    organisation: words.nullable(),
    project: words.nullable(),
    child: z.object({ id: z.number(), name: z.string().nullable() }).nullable(),
  }),
]);

/** What a code offers now: `over` when it was used up or has expired. */
export function readInvitation(store: Store, code: string, now: Date) {
  return store.call('read_invitation', { p_code_hash: hashOf(code), p_at: now.toISOString() }, invitation);
}

/** Keeps the role link by which a newcomer came until they are ready; gives the hash that is kept of it. */
export async function comeWith(store: Store, code: string, person: number): Promise<string> {
  const hash = hashOf(code);
  await store.call('come_with', { p_person: person, p_code_hash: hash }, z.unknown());
  return hash;
}

/** Uses a role link, by its hash, for this person; the same person again is simply a member. */
export function acceptRole(store: Store, hash: string, person: number, now: Date) {
  const args = { p_code_hash: hash, p_person: person, p_at: now.toISOString() };
  return store.call(
    'accept_role',
    args,
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('member'), role, project: words.nullable() }),
      z.object({ is: z.literal('over') }),
      z.object({ is: z.literal('unknown') }),
    ]),
  );
}

/** Who agrees for the child of a link: a parent in person, or a coordinator who holds the paper that the parent signed. */
export interface Giver {
  person: number;
  /** The parent's or representative's name. */
  name: string;
  how: 'guardian' | 'paper';
}

/** Records the agreement for the child of the link, once. */
export function acceptGuardian(store: Store, code: string, giver: Giver, version: string, now: Date) {
  const args = {
    p_code_hash: hashOf(code),
    p_giver: giver.person,
    p_giver_name: giver.name,
    p_version: version,
    p_how: giver.how,
    p_at: now.toISOString(),
  };
  return store.call('accept_guardian', args, z.object({ is: z.enum(['given', 'self', 'over', 'unknown']) }));
}

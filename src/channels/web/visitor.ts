import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { isHttps, isLocalRequest } from './request-origin.ts';

/** Whose browser this is: its own random id and, when somebody tries the other side, the example they talk as. */
export interface Visitor {
  id: string;
  as?: string;
}

const cookie = 'birge';
const year = 365 * 24 * 60 * 60;

/** The chat of a visitor: a positive number below 2^52 as decimal text, the same for chat and person. */
export function chatOf(visitor: Visitor): string {
  const name = visitor.as === undefined ? visitor.id : `example:${visitor.as}`;
  const hash = createHash('sha256').update(name).digest().readBigUInt64BE();
  return String(hash >> 12n || 1n);
}

/** Whom the signed cookie names; nobody if there is none or its signature is wrong. */
export async function readVisitor(
  c: Context,
  { secret, talkAs }: { secret: string; talkAs: boolean },
): Promise<Visitor | undefined> {
  const value = await getSignedCookie(c, secret, cookie);
  const parts = value ? /^([\w-]{22})(?:~(.{1,100}))?$/s.exec(value) : null;
  const [, id, as] = parts ?? [];
  if (!id) return undefined;
  // An example's talk is reachable only where examples may be tried, whatever a browser still remembers.
  return as !== undefined && talkAs && isLocalRequest(c) ? { id, as } : { id };
}

export function newVisitor(): Visitor {
  return { id: randomBytes(16).toString('base64url') };
}

export async function rememberVisitor(c: Context, secret: string, visitor: Visitor): Promise<void> {
  const value = visitor.as === undefined ? visitor.id : `${visitor.id}~${visitor.as}`;
  await setSignedCookie(c, cookie, value, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(c),
    maxAge: year,
  });
}

export function forgetVisitor(c: Context): void {
  deleteCookie(c, cookie, { path: '/', secure: isHttps(c) });
}

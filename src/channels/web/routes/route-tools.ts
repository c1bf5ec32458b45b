import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Receive } from '../../channel.ts';
import type { MethodTools } from '../methods/method.ts';
import type { Newcomers } from '../newcomers.ts';
import { comesFromOwnPage } from '../request-origin.ts';
import { chatOf, readVisitor, type Visitor } from '../visitor.ts';

/** What the routes work with; `receive` is absent before the start and after the stop. */
export interface RouteTools extends MethodTools {
  secret: string;
  newcomers: Newcomers;
  talkAs: boolean;
  examples: () => Promise<{ key: string; name: string; role: string }[]>;
  receive: () => Receive | undefined;
  /** Counts the work under way, so that a stop can wait for it. */
  underWay: <Result>(work: Promise<Result>) => Promise<Result>;
}

/** Codes that the page has words for, in `words.json`. */
export type Complaint =
  | 'foreign'
  | 'stranger'
  | 'too_many_new'
  | 'unreadable'
  | 'text_empty'
  | 'text_too_long'
  | 'file_empty'
  | 'file_too_large'
  | 'not_stored'
  | 'unavailable'
  | 'not_found';

export function complain(c: Context, status: 400 | 401 | 403 | 404 | 413 | 429 | 503, code: Complaint): Response {
  return c.json({ ok: false, code }, status);
}

/** Lets only our own page post, and no other site's page read. */
export const ownPageOnly = createMiddleware(async (c, next) => {
  const foreign = c.req.method === 'POST' ? !comesFromOwnPage(c) : c.req.header('sec-fetch-site') === 'cross-site';
  if (foreign) return complain(c, 403, 'foreign');
  await next();
});

/** Who comes must be known by the cookie; only `/chat/history` lets a new person in. */
export const knownVisitor = (tools: { secret: string; talkAs: boolean }) =>
  createMiddleware<{ Variables: { visitor: Visitor; chat: string } }>(async (c, next) => {
    const visitor = await readVisitor(c, tools);
    if (!visitor) return complain(c, 401, 'stranger');
    c.set('visitor', visitor);
    c.set('chat', chatOf(visitor));
    await next();
  });

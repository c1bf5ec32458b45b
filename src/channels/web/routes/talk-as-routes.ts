import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { isLocalRequest } from '../request-origin.ts';
import { chatOf, rememberVisitor } from '../visitor.ts';
import { complain, knownVisitor, type RouteTools } from './route-tools.ts';

const wish = z.object({ key: z.string().min(1).max(100).nullable() });

/** Talking as an example person is for somebody who tries Birge at this very machine, and for nobody else. */
export function mayTalkAs(c: Context, { talkAs }: Pick<RouteTools, 'talkAs'>): boolean {
  return talkAs && isLocalRequest(c);
}

export function talkAsRoutes(tools: RouteTools): Hono {
  const { secret, examples, streams } = tools;
  const routes = new Hono();
  const known = knownVisitor(tools);

  routes.get('/chat/examples', async (c) => {
    if (!mayTalkAs(c, tools)) return complain(c, 404, 'not_found');
    return c.json({ ok: true, examples: await examples() });
  });

  /** Takes the place of an example, or with `key: null` one's own again. */
  routes.post(
    '/chat/as',
    async (c, next) => (mayTalkAs(c, tools) ? next() : complain(c, 404, 'not_found')),
    known,
    async (c) => {
      const read = wish.safeParse(await c.req.json().catch(() => undefined));
      if (!read.success) return complain(c, 400, 'unreadable');
      const { key } = read.data;
      if (key !== null && !(await examples()).some((example) => example.key === key))
        return complain(c, 404, 'not_found');
      const { id } = c.var.visitor;
      const visitor = key === null ? { id } : { id, as: key };
      await rememberVisitor(c, secret, visitor);
      // Other tabs of this browser now belong to somebody else: they reconnect and read that talk.
      streams.close(c.var.chat);
      return c.json({ ok: true, chat: chatOf(visitor) });
    },
  );
  return routes;
}

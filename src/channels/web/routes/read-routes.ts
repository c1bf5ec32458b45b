import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { addressOf } from '../request-origin.ts';
import { chatOf, forgetVisitor, newVisitor, readVisitor, rememberVisitor } from '../visitor.ts';
import { complain, knownVisitor, type RouteTools } from './route-tools.ts';
import { mayTalkAs } from './talk-as-routes.ts';

/** Reading one's own talk: its history, what happens live, its files, and leaving it. */
export function readRoutes(tools: RouteTools): Hono {
  const { secret, newcomers, pages, streams, files, log } = tools;
  const known = knownVisitor(tools);
  const routes = new Hono();

  routes.get('/chat/history', async (c) => {
    const before = await readVisitor(c, tools);
    if (!before && !newcomers.admit(addressOf(c))) return complain(c, 429, 'too_many_new');
    const visitor = before ?? newVisitor();
    await rememberVisitor(c, secret, visitor);
    try {
      const messages = before ? await pages.all(chatOf(visitor)) : [];
      const talkAs = mayTalkAs(c, tools);
      return c.json({
        ok: true,
        chat: chatOf(visitor),
        messages,
        talkAs,
        ...(visitor.as === undefined ? {} : { as: visitor.as }),
      });
    } catch (error) {
      log.error({ err: error }, 'the history of a web chat could not be read');
      return complain(c, 503, 'unavailable');
    }
  });

  routes.get('/chat/events', known, (c) => {
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = streams.listen(c.var.chat, stream);
      await stream.writeSSE({ event: 'hello', data: '{}', retry: 2000 });
      await ended;
    });
  });

  routes.get('/chat/file/:key', known, async (c) => {
    const key = c.req.param('key');
    const file = await pages.file(c.var.chat, key).catch(() => undefined);
    const bytes = file && (await files.get(key).catch(() => undefined));
    if (!file || !bytes) return complain(c, 404, 'not_found');
    const how = file.picture ? 'inline' : 'attachment';
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': file.picture ? file.mime : 'application/octet-stream',
      'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, '')}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=3600',
    });
  });

  routes.post('/chat/leave', async (c) => {
    const visitor = await readVisitor(c, tools);
    forgetVisitor(c);
    if (visitor) streams.close(chatOf(visitor));
    return c.json({ ok: true });
  });
  return routes;
}

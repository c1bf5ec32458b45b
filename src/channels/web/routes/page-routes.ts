import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';

const folder = new URL('../page/', import.meta.url);

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The page itself. Its parts lie under a folder named by their common hash: browsers keep them for a year, and a new
 * version has a new name. The page that names them is always asked for anew.
 */
export function pageRoutes(): Hono {
  const parts = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder))]));
  const hash = createHash('sha256');
  for (const [name, bytes] of [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(name).update(bytes);
  const version = hash.digest('hex').slice(0, 12);
  const index = parts.get('index.html')?.toString('utf8').replaceAll('/page/', `/page/${version}/`) ?? '';
  const routes = new Hono();

  routes.get('/', (c) => {
    const etag = `"${version}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', 'no-cache');
    return c.req.header('if-none-match') === etag ? c.body(null, 304) : c.html(index);
  });

  routes.get('/page/:version/:name', (c) => {
    const { version: asked, name } = c.req.param();
    const bytes = parts.get(name);
    const kind = kinds[extname(name)];
    if (!bytes || !kind || name === 'index.html') return c.notFound();
    const forever = asked === version ? 'public, max-age=31536000, immutable' : 'no-cache';
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': kind, 'Cache-Control': forever });
  });
  return routes;
}

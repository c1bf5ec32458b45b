import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Config } from './config.ts';

export interface Http {
  /** Channels add their routes here, before `open`: afterwards the router takes no more. */
  app: Hono;
  /** Begins to answer; until then every request hears 503. */
  open(): void;
  /** The port listened on, also when the settings leave it open. */
  port: number;
  close(): Promise<void>;
}

/** The one HTTP server: web chat, webhook, `/health`. Rejects with a sentence if the port is taken. */
export async function listen(web: Config['web'], log: Logger): Promise<Http> {
  const app = new Hono();
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'a request failed');
    return context.body(null, 500);
  });
  let opened = false;
  const handle = (request: Request, env: unknown) =>
    opened ? app.fetch(request, env) : new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch: handle, hostname: web.host, port: web.port }, () => resolve(starting));
    starting.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new PortTaken(web.port) : error);
    });
  });
  const address = server.address();
  return {
    app,
    open() {
      opened = true;
    },
    port: typeof address === 'object' && address !== null ? address.port : web.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** The port of the settings is in use. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number, setting: 'PORT' | 'DB_PORT' = 'PORT') {
    super(`Port ${port} is in use by another program: set ${setting} to another number.`);
  }
}

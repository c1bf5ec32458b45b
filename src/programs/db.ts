import { once } from 'node:events';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { PortTaken } from '../http.ts';
import { startEmbedded } from '../store/embedded/start.ts';
import type { Embedded } from '../store/embedded/start.ts';
import { asked, program } from './program.ts';

/*
 * `npm run db`: the embedded database alone, for several processes of this machine that share it.
 */

await program(async ({ dataDir, dbPort: port }, log) => {
  const ending = asked();
  const embedded = await startEmbedded({ dataDir, log });
  try {
    const server = await listen(embedded, port);
    const address = server.address();
    const at = typeof address === 'object' && address !== null ? address.port : port;
    process.stdout.write(
      `The database is ready. Start other processes with these variables; Ctrl+C ends it.\n\n` +
        `SUPABASE_URL=http://127.0.0.1:${at}\nSUPABASE_SECRET_KEY=${embedded.secretKey}\n`,
    );
    await ending;
    server.close();
  } finally {
    await embedded.stop();
  }
  return '';
});

async function listen(embedded: Embedded, port: number): Promise<ServerType> {
  const server = serve({ fetch: (request) => embedded.fetch(request), hostname: '127.0.0.1', port });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTaken(port, 'DB_PORT') : error;
  }
  return server;
}

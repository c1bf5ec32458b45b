import type { Hono } from 'hono';
import type { Birge } from './context.ts';
import { readReport } from './status/report.ts';

/** What `GET /health` answers. No names, no chats, no reasons: it can be asked by anybody. */
type Health =
  | { ok: false }
  | {
      ok: true;
      database: { ms: number };
      channels: { kind: string; state: 'on' | 'waiting'; device?: string }[];
      queues: {
        kind: string;
        queued: number;
        underWay: number;
        unknown: number;
        failed: number;
        oldestSeconds: number | null;
        lastMinute: number;
      }[];
      inbox: number;
      jobs: number;
      plannedSecondsAgo: number | null;
      late: boolean;
      differences: number | null;
      unconfirmedYear: number | null;
    };

/** A database that answers later than this, in milliseconds, is away. */
const patience = 3_000;

/**
 * How Birge is doing, for a machine that watches it. Only a database that does not answer is no health; a messenger that
 * is away is told of. Who asks while an answer is being found gets the same one.
 * @param within milliseconds that the database has.
 */
export function healthOf(birge: Birge, within = patience): () => Promise<Health> {
  let asked: Promise<Health> | undefined;
  return () => {
    asked ??= look(birge, within).finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

async function look(birge: Birge, within: number): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const away = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false }), within);
  });
  const seen = readReport(birge).then(
    ({ databaseMs, channels, queues, ...rest }): Health => ({
      ok: true,
      database: { ms: databaseMs },
      channels: channels.map(({ kind, state, device }) => ({ kind, state, ...(device && { device }) })),
      queues: queues.map(({ errors: _errors, ...queue }) => queue),
      ...rest,
    }),
    (): Health => ({ ok: false }),
  );
  return Promise.race([seen, away]).finally(() => clearTimeout(timer));
}

/** Answers `GET /health`: 200, or 503 while the database does not answer. */
export function serveHealth(app: Hono, health: () => Promise<Health>): void {
  app.get('/health', async (context) => {
    const seen = await health();
    return context.json(seen, seen.ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
}

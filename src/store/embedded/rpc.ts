import type postgres from 'postgres';
import { answerToError, refusal, success } from './answers.ts';

/** A function of schema public that gives one jsonb: the only kind that the program calls. */
interface Signature {
  /** Parameter name to its type as SQL writes it. */
  parameters: Map<string, string>;
  /** Names that a call must not leave out. */
  required: string[];
}

/** Calls functions of the database without the detour over @supabase/lite, ten times as fast. */
export interface Rpc {
  /** Answers like PostgREST; undefined if it is not a function of our kind and another must answer. */
  call(name: string, body: string, signal?: AbortSignal | null): Promise<Response | undefined>;
}

export function openRpc(sql: postgres.Sql): Rpc {
  const known = new Map<string, Signature>();

  async function signatureOf(name: string): Promise<Signature | 'unknown' | 'other'> {
    const found = known.get(name);
    if (found !== undefined) return found;
    const read = await readSignature(sql, name);
    if (typeof read === 'object') known.set(name, read);
    return read;
  }

  return {
    async call(name, body, signal) {
      let args: Record<string, unknown>;
      try {
        args = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
      } catch {
        return refusal(400, 'PGRST102', 'Empty or invalid json');
      }
      try {
        const signature = await signatureOf(name);
        if (signature === 'other') return undefined;
        if (signature === 'unknown' || !fits(signature, args)) return noSuchFunction(name, args);
        return success(await send(sql, name, signature, args, signal));
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        // The function may have been replaced by one with other parameters meanwhile.
        if ((error as { code?: string }).code === '42883') known.delete(name);
        return answerToError(error);
      }
    },
  };
}

async function readSignature(sql: postgres.Sql, name: string): Promise<Signature | 'unknown' | 'other'> {
  const rows = await sql<{ ours: boolean; names: string[] | null; types: string[] | null; defaults: number }[]>`
    select p.prokind = 'f' and not p.proretset and p.prorettype = 'jsonb'::regtype and p.proallargtypes is null as ours,
      to_jsonb(p.proargnames) as names, p.pronargdefaults as defaults,
      (select jsonb_agg(format_type(t, null) order by n) from unnest(p.proargtypes::oid[]) with ordinality as a (t, n)) as types
    from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname = ${name}`;
  const [row] = rows;
  if (row === undefined) return 'unknown';
  if (rows.length > 1 || !row.ours) return 'other';
  const [names, types] = [row.names ?? [], row.types ?? []];
  return {
    parameters: new Map(names.map((parameter, at) => [parameter, types[at] ?? 'text'])),
    required: names.slice(0, names.length - row.defaults),
  };
}

function fits({ parameters, required }: Signature, args: Record<string, unknown>): boolean {
  return Object.keys(args).every((name) => parameters.has(name)) && required.every((name) => name in args);
}

async function send(
  sql: postgres.Sql,
  name: string,
  { parameters }: Signature,
  args: Record<string, unknown>,
  signal?: AbortSignal | null,
): Promise<string> {
  const named: string[] = [];
  const values: (string | null)[] = [];
  for (const [parameter, value] of Object.entries(args)) {
    const type = parameters.get(parameter) ?? 'text';
    values.push(asText(value, type));
    // Sent as text and cast by the database: the driver would write a string for jsonb as JSON a second time.
    named.push(`${quoted(parameter)} => $${values.length}::text::${type}`);
  }
  const query = sql.unsafe<{ body: string | null }[]>(
    `select public.${quoted(name)}(${named.join(', ')})::text as body`,
    values,
    { prepare: true },
  );
  const [row] = await unlessGivenUp(query, signal);
  return row?.body ?? 'null';
}

/**
 * Rejects when the caller gives up. The database is not told: a request to cancel may come late and hit the next call of
 * the same session. Its own time limit ends the statement instead.
 */
async function unlessGivenUp<T>(query: PromiseLike<T>, signal?: AbortSignal | null): Promise<T> {
  if (!signal) return await query;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const give = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', give);
  try {
    return await Promise.race([query, promise]);
  } finally {
    signal.removeEventListener('abort', give);
  }
}

/** JSON null is SQL null for every type, jsonb too, as PostgREST has it. */
function asText(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  return type === 'jsonb' || type === 'json' || typeof value !== 'string' ? JSON.stringify(value) : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function noSuchFunction(name: string, args: Record<string, unknown>): Response {
  const wanted = Object.keys(args).join(', ');
  const message = `Could not find the function public.${name}(${wanted}) in the schema cache`;
  return refusal(404, 'PGRST202', message);
}

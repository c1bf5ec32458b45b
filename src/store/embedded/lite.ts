import { quietly } from './quiet.ts';

/** Answers REST requests; only started when a request comes that no function call covers. */
export interface Lite {
  answer(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/**
 * lite writes an argument of a function as JSON and the driver would write that text as JSON again: an object would
 * arrive in the database as a string. Only whole objects and lists are known to be written already.
 */
const jsonb = {
  to: 3802,
  from: [3802],
  serialize: (value: unknown) => (typeof value === 'string' && /^[[{]/.test(value) ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

/**
 * Loads @supabase/lite and starts it. It takes time and memory, hence only at its first use.
 *
 * At its first request lite grants all tables to everybody. It does so as `service_role`, which owns nothing and may pass
 * no right on: Postgres answers with warnings and changes nothing. What lite changes of the default rights concerns
 * only objects that `service_role` itself would make, and it may make none.
 * @param address the login `authenticator`.
 */
export async function startLite(address: string, secretKey: string): Promise<Lite> {
  process.env['LITE_TELEMETRY'] = '0';
  const [{ App }, { createPostgresConnection }] = await Promise.all([
    import('@supabase/lite'),
    import('@supabase/lite/postgres'),
  ]);
  const connection = createPostgresConnection({
    url: address,
    // Without the role lite would not even see the tables: `authenticator` has no right on them.
    postgresOptions: {
      max: 4,
      idle_timeout: 300,
      connection: { application_name: 'birge lite', role: 'service_role' },
      types: { jsonb },
      onnotice: () => undefined,
    },
  });
  const app = new App({
    connection,
    // Only the secret key ever reaches lite; the other one is asked for and given to nobody.
    auth: { enabled: false, publishable_key: `sb_publishable_${crypto.randomUUID()}`, secret_key: secretKey },
  });
  return {
    answer: (request) => quietly(async () => await app.fetch(request)),
    close: () => connection.driver.end({ timeout: 1 }),
  };
}

import { expect, test } from 'vitest';
import { freshDatabase, generousDatabase, type FreshDatabase } from '../../support/postgres.ts';

/** Everything in the schema on which somebody but the owner and the service role may do anything. */
async function open(db: FreshDatabase): Promise<unknown> {
  return await db.sql`
    with things as (
      select relname::text as name, coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)) as acl
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f', 'S')
      union all
      select proname::text, coalesce(proacl, acldefault('f', proowner)) from pg_proc where pronamespace = 'public'::regnamespace
    )
    select name, privilege_type as right, case grantee when 0 then 'public' else grantee::regrole::text end as whose
    from things cross join aclexplode(acl)
    where grantee = 0 or grantee::regrole::text in ('anon', 'authenticated')
    order by 1, 2, 3`;
}

test('nobody but the service role has any right, whichever way the database was prepared, also once lite runs', async () => {
  const [plain, generous] = [await freshDatabase(), await generousDatabase()];
  const rest = await generous.fetch(`${generous.url}/rest/v1/people?select=id`, { headers: { apikey: generous.key } });
  expect([rest.status, await rest.json(), await open(plain), await open(generous)]).toEqual([200, [], [], []]);
  await Promise.all([plain.close(), generous.close()]);
});

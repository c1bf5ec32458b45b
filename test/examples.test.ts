import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { greeted, openHome, waitUntil } from './support/program.ts';
import type { Home } from './support/program.ts';

let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home.close());

const counts = `select (select count(*)::int from people) as people, (select count(*)::int from organisations) as organisations,
  (select count(*)::int from projects) as projects, (select count(*)::int from submissions) as forms,
  (select count(*)::int from files) as files, (select count(*)::int from memberships) as roles`;

/** What an example volunteer and a real person have done meanwhile: a form for an example project each, one file each. */
const meanwhile = `
  insert into people (name, language, created_at) values ('Real', 'kk', '2026-11-22');
  insert into form_versions (form, hash, definition, guards, first_seen_at) values ('f', 'h', '{}', '[]', '2026-11-22');
  insert into submissions (owner_person, form, form_hash, about_kind, about_id, opened_at, touched_at)
    select id, 'f', 'h', 'project', (select min(id) from projects), '2026-11-22', '2026-11-22' from people where name like '%Айгерім' or name = 'Real';
  insert into answers (submission_id, question, value, complete, by_person, at, rev)
    select id, 'q', '"x"', true, owner_person, '2026-11-22', 1 from submissions;
  insert into files (owner_person, sha256, mime, bytes, path, at)
    select id, x, 'image/png', 1, x, '2026-11-22' from people, lateral (select repeat(case name when 'Real' then 'b' else 'a' end, 64) as x) y
    where name like '%Айгерім' or name = 'Real';
  insert into audit (at, person_id, action, subject_kind, subject_id)
    select '2026-11-22', id, 'read-submission', 'submission', 1 from people where example`;

test('one command takes all examples away, and nothing of anybody else', { timeout: 60_000 }, async () => {
  const birge = home.start({ LOG_LEVEL: 'error' });
  await birge.says(greeted);
  expect(await home.ask(counts)).toEqual([{ people: 8, organisations: 3, projects: 2, forms: 0, files: 0, roles: 7 }]);
  await home.ask(meanwhile);
  const bytes = (letter: string) => join(home.dataDir, 'files', letter.repeat(2), letter.repeat(62));
  for (const letter of ['a', 'b']) {
    await mkdir(join(home.dataDir, 'files', letter.repeat(2)), { recursive: true });
    await writeFile(bytes(letter), 'x');
  }
  await birge.end('SIGTERM');

  const asked = home.start({ LOG_LEVEL: 'error' }, 'src/programs/examples.ts');
  expect([await asked.ended, asked.output()]).toEqual([1, 'Use: npm run examples -- remove\n']);
  const removing = home.start({ LOG_LEVEL: 'error' }, 'src/programs/examples.ts', 'remove');
  expect([await removing.ended, removing.output()]).toEqual([0, 'All examples are removed.\n']);

  const database = home.start({ LOG_LEVEL: 'error', DB_PORT: '0' }, 'src/programs/db.ts');
  await database.says('SUPABASE_SECRET_KEY=');
  expect(await home.ask(counts)).toEqual([{ people: 1, organisations: 3, projects: 0, forms: 0, files: 1, roles: 0 }]);
  expect(await home.ask(`select count(*)::int as open from organisations where closed_at is null`)).toEqual([
    { open: 0 },
  ]);
  const busy = home.start({ LOG_LEVEL: 'error' }, 'src/programs/examples.ts', 'remove');
  expect([await busy.ended, busy.output().split('.')[0]]).toEqual([
    1,
    `Another process already uses the data folder ${home.dataDir}`,
  ]);
  await database.end('SIGTERM');

  // The bytes go when Birge runs next, which plants nothing again: the closed organisation is the sign.
  const again = home.start({ LOG_LEVEL: 'error' });
  await again.says(greeted);
  await waitUntil(() => !existsSync(bytes('a')), 20_000);
  expect(existsSync(bytes('b'))).toBe(true);
  expect(await home.ask(counts)).toEqual([{ people: 1, organisations: 3, projects: 0, forms: 0, files: 1, roles: 0 }]);
  await again.end('SIGTERM');
});

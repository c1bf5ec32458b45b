import { existsSync } from 'node:fs';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { openHome } from '../support/program.ts';
import type { Home } from '../support/program.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

let home: Home;
/** The project once more, with a content folder that can be broken. */
let copy: string;
beforeAll(async () => {
  home = await openHome();
  copy = join(home.dataDir, 'project');
  // Programs find their content beside themselves, and Node follows links to where they are: so sources are copied too.
  for (const folder of ['src', 'flows', 'content', 'supabase'])
    await cp(join(project, folder), join(copy, folder), { recursive: true });
  await cp(join(project, 'package.json'), join(copy, 'package.json'));
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => home.close());

const kind = ['kinds', 'competence-self-assessment'];

const cases = [
  {
    broken: 'an unknown kind of organisation',
    file: 'calendar.yaml',
    at: [...kind, 'owes', 'at'],
    value: ['mobility-center'],
    said:
      'kind "competence-self-assessment": owes.at[1]: "mobility-center" is not known; write one of: volunteer-organisation, ' +
      'youth-centre, mobility-centre, career-centre, union, union-member, movement, movement-team',
  },
  {
    broken: 'a ladder step out of order',
    file: 'calendar.yaml',
    at: [...kind, 'ladder'],
    value: ['-7d', '-14d', '0d'],
    said: 'kind "competence-self-assessment": ladder[2]: "-14d" does not come after "-7d"; write the steps in the order of time',
  },
  {
    broken: '31 February',
    file: 'calendar.yaml',
    at: [...kind, 'due', 'yearly'],
    value: '02-31',
    said: 'kind "competence-self-assessment": due: yearly: "02-31" is no day of the calendar; write an existing day, like "02-28"',
  },
  {
    broken: 'a missing translation',
    file: 'calendar.yaml',
    at: [...kind, 'title', 'kk'],
    value: undefined,
    said: 'kind "competence-self-assessment": title.kk: missing; write a text',
  },
  {
    broken: 'a day of rest that is no day',
    file: 'holidays.yaml',
    at: [2026, 'days', 0, 'day'],
    value: '2026-02-31',
    said: '2026: days[1].day: "2026-02-31" is no day of the calendar; write an existing day, like 2026-01-02',
  },
];

test.for(cases)('$broken stops the start with file, place, value and fix', async ({ file, at, value, said }) => {
  const path = join(copy, 'content', file);
  const whole = await readFile(path, 'utf8');
  const document = parseDocument(whole);
  if (value === undefined) document.deleteIn(at);
  else document.setIn(at, value);
  await writeFile(path, String(document));
  const dataDir = join(home.dataDir, 'not-made');
  const program = home.start({ DATA_DIR: dataDir }, join(copy, 'src', 'main.ts'));
  const code = await program.ended;
  await writeFile(path, whole);
  expect({ code, said: program.output(), postgres: await home.postgres(), made: existsSync(dataDir) }).toEqual({
    code: 1,
    said: `${path}: ${said}\n`,
    postgres: undefined,
    made: false,
  });
});

test('several mistakes are told all together', async () => {
  const path = join(copy, 'content', 'calendar.yaml');
  const whole = await readFile(path, 'utf8');
  const document = parseDocument(whole);
  for (const { at, value } of cases.filter(({ file }) => file === 'calendar.yaml').slice(0, 3))
    document.setIn(at, value);
  await writeFile(path, String(document));
  const program = home.start({ DATA_DIR: join(home.dataDir, 'not-made') }, join(copy, 'src', 'main.ts'));
  const code = await program.ended;
  await writeFile(path, whole);
  const lines = program.output().trim().split('\n');
  expect({ code, lines: lines.length, named: lines.every((line) => line.startsWith(`${path}: kind `)) }).toEqual({
    code: 1,
    lines: 3,
    named: true,
  });
});

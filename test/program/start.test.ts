import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chanceOf } from '../support/answer-plan.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { freePort, greeted, openHome, waitUntil } from '../support/program.ts';
import type { Home, Program } from '../support/program.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

let home: Home;
let closing: (() => Promise<unknown>)[];
beforeEach(async () => {
  home = await openHome();
  closing = [home.close];
});
afterEach(async () => {
  for (const close of closing) await close();
});

const chatOf = (program: Program): string => /http:\/\/127\.0\.0\.1:\d+/.exec(program.output())?.[0] ?? '';
const answers = async (address: string) => (await fetch(`${address}/`)).status;

/** How a start ended that was refused: its whole output, and that nothing runs. */
async function refused(program: Program) {
  const code = await program.ended;
  return { code, said: program.output().trim(), postgres: await home.postgres() };
}

test('a first start takes at most 20 seconds, a later one 5, and each gives the address of the web chat', async () => {
  const first = home.start({});
  const times = [await first.says(greeted)];
  expect(await answers(chatOf(first))).toBe(200);
  await first.end('SIGTERM');
  for (const end of ['SIGKILL', 'SIGTERM'] as const) {
    const later = home.start({});
    times.push(await later.says(greeted));
    expect(await answers(chatOf(later))).toBe(200);
    await later.end(end);
  }
  const [firstTime = 0, ...laterTimes] = times.map(Math.round);
  process.stdout.write(`first start ${firstTime} ms, later ${laterTimes.join(' and ')} ms\n`);
  expect(times[0]).toBeLessThan(20_000);
  expect(Math.max(...times.slice(1))).toBeLessThan(5_000);
}, 60_000);

test('a first start that was killed again and again, at any moment, still comes up whole', async () => {
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 100_000);
  const chance = chanceOf(seed);
  const moments = Array.from({ length: 8 }, () => Math.floor(100 + chance() * 2_200)).toSorted((a, b) => a - b);
  for (const ms of moments) {
    const program = home.start({});
    await Promise.race([pause(ms), program.says(greeted).catch(() => 0)]);
    await program.end('SIGKILL');
  }
  const whole = home.start({});
  await whole.says(greeted);
  expect(await answers(chatOf(whole)), `seed ${seed}: ${moments.join(', ')} ms`).toBe(200);
  const migrations = (await readdir(join(project, 'supabase', 'migrations'))).filter((name) => name.endsWith('.sql'));
  expect(await home.ask('select count(*)::int as count from supabase_migrations.schema_migrations')).toEqual([
    { count: migrations.length },
  ]);
  expect((await readdir(join(home.dataDir, 'postgres'))).toSorted()).toEqual(['data', 'postgres.log']);
  expect(await whole.end('SIGTERM')).toBe(0);
}, 60_000);

test('a second program on the same data folder is refused, and the first one goes on', async () => {
  const first = home.start({});
  await first.says(greeted);
  const second = home.start({});
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toBe(
    `Another process already uses the data folder ${home.dataDir}. Stop it first, or let several processes share one ` +
      'database: start it alone with "npm run db" and give them the SUPABASE_URL and SUPABASE_SECRET_KEY it prints.',
  );
  expect(await answers(chatOf(first))).toBe(200);
});

test('wrong settings are reported all together, and nothing is started', async () => {
  const dataDir = join(home.dataDir, 'not-made');
  const token = 'not-a-token-but-secret';
  const settings = { DATA_DIR: dataDir, PORT: '99999', TIME_ZONE: 'Asia/Nowhere', TELEGRAM_BOT_TOKEN: token };
  expect(await refused(home.start({ ...settings, TELEGRAM_WEBHOOK_URL: 'https://birge.example/telegram' }))).toEqual({
    code: 1,
    said: [
      '4 settings are wrong (in the environment or in .env; .env.example describes them all):',
      '  TELEGRAM_BOT_TOKEN: put the token that @BotFather gave you: a number, a colon, 35 characters.',
      '  PORT is "99999": put a number from 0 to 65535 (0: any free port).',
      '  TIME_ZONE is "Asia/Nowhere": put an IANA name, such as Asia/Almaty or Europe/Berlin.',
      '  TELEGRAM_WEBHOOK_SECRET: put it too, or take TELEGRAM_WEBHOOK_URL away (without both, Telegram is polled).',
    ].join('\n'),
    postgres: undefined,
  });
  expect(existsSync(dataDir)).toBe(false);
});

test('a broken form stops the start with file, place, value and fix, before anything is started', async () => {
  const copy = join(home.dataDir, 'project');
  for (const folder of ['src', 'flows', 'content', 'supabase'])
    await cp(join(project, folder), join(copy, folder), { recursive: true });
  await cp(join(project, 'package.json'), join(copy, 'package.json'));
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
  const form = join(copy, 'content', 'forms', 'volunteer-questionnaire.yaml');
  await writeFile(form, (await readFile(form, 'utf8')).replace('type: phone', 'type: phon'));
  const dataDir = join(home.dataDir, 'not-made');
  const { code, said, postgres } = await refused(home.start({ DATA_DIR: dataDir }, join(copy, 'src', 'main.ts')));
  expect({ code, postgres, made: existsSync(dataDir) }).toEqual({ code: 1, postgres: undefined, made: false });
  expect(said).toMatch(/^\S+volunteer-questionnaire\.yaml: question "phone": .*"phon".*known types: .*phone/);
  expect(said.split('\n')).toHaveLength(1);
  await rm(copy, { recursive: true });
});

test('a port in use is said in a sentence, and Postgres does not stay behind', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => other.once('listening', listening));
  const { port } = other.address() as AddressInfo;
  closing.push(() => new Promise((closed) => other.close(closed)));
  expect(await refused(home.start({ PORT: String(port) }))).toEqual({
    code: 1,
    said: `Port ${port} is in use by another program: set PORT to another number.`,
    postgres: undefined,
  });
});

test('a token that Telegram does not know ends the start with a sentence, and is not repeated', async () => {
  const served = await new TelegramDouble().listen();
  closing.push(served.close);
  const token = '7000000001:AAwrong-wrong-wrong-wrong-wrong-wrong';
  expect(await refused(home.start({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: served.root }))).toEqual({
    code: 1,
    said: 'Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather.',
    postgres: undefined,
  });
});

test('while Telegram cannot be reached the web chat works, and Telegram follows when it is back', async () => {
  const port = await freePort();
  const double = new TelegramDouble({ limits: 'off' });
  const program = home.start({ TELEGRAM_BOT_TOKEN: double.token, TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` });
  await program.says(greeted);
  expect(program.output()).toContain('not yet: Telegram can not be reached (ECONNREFUSED). It is tried again.');
  expect(await answers(chatOf(program))).toBe(200);
  const person = double.person({ id: 501, first_name: 'Дана', language_code: 'kk' });
  await person.says('/start');
  const served = await double.listen(port);
  closing.push(served.close);
  await person.hears('Тілді таңдаңыз', 20_000);
  await waitUntil(() => double.waiting.length === 0, 5_000);
  expect(program.output()).not.toContain(double.token.split(':')[1]);
}, 40_000);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, greeted, openHome } from './support/program.ts';
import type { Home } from './support/program.ts';
import type { Person } from './support/double/person.ts';
import { TelegramDouble } from './support/double/telegram-double.ts';
import type { ServedDouble } from './support/double/serve.ts';

let home: Home;
let double: TelegramDouble;
let served: ServedDouble;
let telegram: Record<string, string>;
beforeAll(async () => {
  home = await openHome();
  double = new TelegramDouble({ limits: 'off' });
  served = await double.listen();
  telegram = { TELEGRAM_BOT_TOKEN: double.token, TELEGRAM_API_ROOT: served.root, LOG_LEVEL: 'error' };
});
afterAll(async () => {
  await home.close();
  await served.close();
});

const codeIn = (output: string) => /\/start (r_[\w-]{22})\n/.exec(output)?.[1] ?? 'none';

test(
  'npm run admin prints one link for every way in; whoever opens it administers, once',
  { timeout: 60_000 },
  async () => {
    const admin = home.start({ ...telegram, PUBLIC_URL: 'https://birge.example.kz' }, 'src/programs/admin.ts');
    expect(await admin.ended).toBe(0);
    const code = codeIn(admin.output());
    expect(admin.output().replaceAll(code, 'CODE')).toBe(
      [
        '',
        'Open this as the administrator, while Birge is running:',
        '  Telegram   https://t.me/birge_bot?start=CODE',
        '  Web chat   https://birge.example.kz/?start=CODE',
        '  Or write   /start CODE',
        '',
        'It serves one person, for 14 days. Give it to nobody else: whoever opens it may do everything.',
        '',
      ].join('\n'),
    );

    const birge = home.start({ ...telegram, WEB_CHAT: 'off' });
    await birge.says(greeted);
    const opens = async (id: number) => {
      const person = double.person({ id, first_name: 'Admin', language_code: 'en' });
      await person.starts(code);
      return person;
    };
    const introduces = async (person: Person) => {
      await person.hears('Choose your language.');
      await person.presses('English');
      await person.hears('Before we get to know each other');
      await person.presses((button) => 'callback_data' in button && button.callback_data === 'w:agree');
      await person.hears('31.12.2001');
      await person.says('14.05.1990');
    };
    const administers = async (person: Person) =>
      (await person.hears('What shall we do?')).buttons.flat().includes('New organisation');
    const first = await opens(1);
    await introduces(first);
    await first.hears('first name and surname');
    await first.says('Serikova Dana');
    await first.hears('administrator');
    expect(await administers(first)).toBe(true);
    const second = await opens(2);
    await second.hears('has expired or has been used');
    await introduces(second);
    expect(await administers(second)).toBe(false);

    const busy = home.start(telegram, 'src/programs/admin.ts');
    expect(await busy.ended).toBe(1);
    expect(busy.output()).toBe(
      `Another process already uses the data folder ${home.dataDir}. Stop it first, or let several processes share one ` +
        'database: start it alone with "npm run db" and give them the SUPABASE_URL and SUPABASE_SECRET_KEY it prints.\n',
    );
    await birge.end('SIGTERM');
    const stored = home.start({ LOG_LEVEL: 'error', DB_PORT: '0' }, 'src/programs/db.ts');
    await stored.says('SUPABASE_SECRET_KEY=');
    expect(
      await home.ask(`select o.kind, m.role, extract(day from i.expires_at - i.issued_at)::int as days, i.uses_left
      from memberships m join organisations o on o.id = m.organisation_id, invitations i`),
    ).toEqual([{ kind: 'platform', role: 'administrator', days: 14, uses_left: 0 }]);
    const [url = '', key = ''] = ['URL', 'SECRET_KEY'].map(
      (name) => new RegExp(`SUPABASE_${name}=(\\S+)`).exec(stored.output())?.[1],
    );
    const shared = home.start(
      { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key, LOG_LEVEL: 'error' },
      'src/programs/admin.ts',
    );
    expect([await shared.ended, codeIn(shared.output()).length]).toEqual([0, 24]);
    await stored.end('SIGTERM');
  },
);

test('a Telegram that can not be reached costs only its line', { timeout: 60_000 }, async () => {
  const away = { ...telegram, TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}` };
  const admin = home.start(away, 'src/programs/admin.ts');
  expect(await admin.ended).toBe(0);
  expect(admin.output()).toContain(
    'Telegram can not be reached (ECONNREFUSED). So there is no link for Telegram below.',
  );
  expect(admin.output()).toMatch(/Web chat {3}http:\/\/127.0.0.1:\d+\/\?start=r_/);
  expect(admin.output()).not.toContain('t.me');
});

test('wrong settings are all named, and nothing is started', async () => {
  const admin = home.start({ TELEGRAM_BOT_TOKEN: 'x', PORT: 'y' }, 'src/programs/admin.ts');
  expect(await admin.ended).toBe(1);
  expect(admin.output()).toContain('TELEGRAM_BOT_TOKEN');
  expect(admin.output()).toContain('PORT');
});

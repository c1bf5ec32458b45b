import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TelegramDouble } from '../../test/support/double/telegram-double.ts';
import type { Person } from '../../test/support/double/person.ts';
import { definition, takesWords, textOf } from '../load/form.ts';

/** Proportional set size in megabytes: shared pages count once, split among those who share them. */
export interface Memory {
  answers: number;
  seconds: number;
  node: number;
  postgres: number;
  /** Postgres's processes. */
  processes: number;
}

const people = 50;
const project = join(import.meta.dirname, '..', '..');

/**
 * The whole program in a process of its own, web chat on, polls Telegram's double over HTTP while 50 people answer.
 * Undefined where the system does not tell (only Linux does).
 */
export async function memory(answers: number): Promise<Memory | undefined> {
  if (process.platform !== 'linux') return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'birge-bench-program-'));
  await chmod(folder, 0o711);
  const double = new TelegramDouble({ limits: 'off' });
  const served = await double.listen();
  const content = join(folder, 'content');
  await cp(join(project, 'content'), content, { recursive: true });
  // The questionnaire's types are locked under its id; this one only borrows the id.
  await rm(join(content, 'question-ids.lock'), { force: true });
  await writeFile(join(content, 'forms', `${definition.id}.yaml`), JSON.stringify(definition));
  const program = fork(new URL('./whole-program.ts', import.meta.url), [content], {
    execArgv: await startFlags(),
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: join(folder, 'data'),
      TELEGRAM_BOT_TOKEN: double.token,
      TELEGRAM_API_ROOT: served.root,
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
  try {
    const [up] = (await Promise.race([once(program, 'message'), once(program, 'exit')])) as unknown[];
    if (up !== 'up') throw new Error('the program whose memory is measured did not start');
    const start = performance.now();
    const crowd = Array.from({ length: people }, (_, index) => index);
    await Promise.all(
      crowd.map((index) =>
        fillIn(double.person({ id: 3_000_000_001 + index, first_name: 'Дана', language_code: 'kk' }), answers / people),
      ),
    );
    const seconds = (performance.now() - start) / 1000;
    const node = await pss(program.pid ?? 0);
    const postmaster = Number(
      (await readFile(join(folder, 'data/postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
    );
    const family = [postmaster, ...(await childrenOf(postmaster))];
    const sizes = await Promise.all(family.map(pss));
    return { answers, seconds, node, postgres: sizes.reduce((sum, size) => sum + size, 0), processes: family.length };
  } finally {
    if (program.exitCode === null) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillIn(person: Person, answers: number): Promise<void> {
  const hear = (what?: string) => person.hears(what, 60_000);
  const press = (data: RegExp) =>
    person.presses((button) => 'callback_data' in button && data.test(button.callback_data));
  await person.starts();
  await hear();
  await press(/^w:lang:kk$/);
  await hear();
  await press(/^w:agree$/);
  await hear();
  await person.says('14.05.2001');
  await hear();
  await press(/^go:projects$/);
  await hear();
  await press(/^go:pool$/);
  await hear(textOf(1));
  for (let question = 1; question <= answers; question += 1) {
    if (takesWords(question)) await person.says('Ауыл мектебінің кітапханасында болдық');
    else await press(new RegExp(`:q${question}:b$`));
    await hear(textOf(question + 1));
  }
}

/** What `npm start` tells Node before the name of the program. */
async function startFlags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }),
  );
  return pids.filter((_, index) => parents[index] === parent);
}

/** A process that has just ended counts nothing. */
async function pss(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

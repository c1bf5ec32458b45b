export interface Problem {
  /** The variable it is about. */
  name: string;
  /** What to put there, as a sentence. */
  fix: string;
}

/** Only these are repeated in a report: anything else may be, or may have been mixed up with, a secret. */
const showable = new Set([
  'HOST',
  'PORT',
  'DB_PORT',
  'WEB_CHAT',
  'WHATSAPP',
  'CHROMIUM_PATH',
  'LOG_LEVEL',
  'TIME_ZONE',
  'DATA_DIR',
]);

/** The settings are wrong. The message is a report for whoever starts the program: every problem, no secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: Problem[];

  constructor(problems: Problem[], given: Record<string, string | undefined>) {
    super(report(problems, given));
    this.problems = problems;
  }
}

function report(problems: Problem[], given: Record<string, string | undefined>): string {
  const unique = [...new Map(problems.map((problem) => [`${problem.name} ${problem.fix}`, problem])).values()];
  const head = unique.length === 1 ? 'One setting is wrong' : `${unique.length} settings are wrong`;
  const lines = unique.map(({ name, fix }) => `  ${name}${shown(name, given[name])}: ${fix}`);
  return [`${head} (in the environment or in .env; .env.example describes them all):`, ...lines].join('\n');
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined || !showable.has(name)) return '';
  return ` is "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
}

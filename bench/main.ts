import { answers } from './answers.ts';
import { claiming } from './claiming/report.ts';
import { diary } from './diary/report.ts';
import { indicators } from './label.ts';
import { outbox } from './outbox/report.ts';
import type { Part } from './part.ts';
import { planning } from './planning/report.ts';
import { writeIntoReadme } from './report/readme.ts';

/*
 * `npm run bench`: all parts; `npm run bench -- outbox planning`: only these. `--quick`: short, to see that it works.
 * `--write`: the tables go into README.md.
 */

const parts: ReadonlyMap<string, Part> = new Map(
  Object.entries({ answers, indicators, outbox, planning, claiming, diary }),
);

const given = process.argv.slice(2);
const wanted = given.filter((word) => !word.startsWith('--'));
const wrong = given.filter((word) =>
  word.startsWith('--') ? !['--quick', '--write'].includes(word) : !parts.has(word),
);
if (wrong.length > 0) {
  throw new Error(`not known: ${wrong.join(' ')}; there are --quick, --write and ${[...parts.keys()].join(', ')}`);
}
const say = (step: string) => console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${step}`);
for (const [name, part] of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = await part(given.includes('--quick'), say);
  if (given.includes('--write')) await writeIntoReadme(name, text);
  else console.log(`## ${name}\n\n${text}\n`);
}
say('done');

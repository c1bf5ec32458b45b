import { spawnSync } from 'node:child_process';

/*
 * `npm run validate`: everything a change must pass. Goes on after a failure, so that one run shows all there is to do.
 * With `--without-tests` where the tests have run, or will, by themselves.
 */

const parts = ['types', 'lint', 'format:check', 'unused', 'imports', 'test'];
const skipped = process.argv.includes('--without-tests') ? ['test'] : [];

const results = parts
  .filter((part) => !skipped.includes(part))
  .map((part) => {
    const start = performance.now();
    const { status } = spawnSync('npm', ['run', '--silent', part], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    return { part, passed: status === 0, seconds: (performance.now() - start) / 1000 };
  });

const lines = results.map(
  ({ part, passed, seconds }) =>
    `${passed ? 'passes' : 'FAILS '}  ${part.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`,
);
console.log(['', 'validate', ...lines, ...skipped.map((part) => `not run ${part}`), ''].join('\n'));
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

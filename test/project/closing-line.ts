import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line. A file that does not load and an error outside of every test count as failed too. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      for (const suite of [module, ...module.children.allSuites()]) count.failed += suite.errors().length;
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`${count.passed} passed, ${count.failed + count.pending} failed${skipped}\n`);
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();
const screen: Pick<Console, 'error'> = globalThis.console;
let print = screen.error;

/**
 * Runs work whose library prints every error of the database to the console. Such errors quote what people wrote, and
 * they reach the caller anyway: so nothing of them is printed. Everybody else's errors still are.
 */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  if (screen.error !== printOutside) {
    print = screen.error;
    screen.error = printOutside;
  }
  return inside.run(true, work);
}

function printOutside(...said: unknown[]): void {
  if (inside.getStore() === undefined) print(...said);
}

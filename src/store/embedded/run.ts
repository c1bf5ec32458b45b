import { spawn } from 'node:child_process';

/** A user that a program runs as. Undefined fields mean: the user of this process. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

export interface Outcome {
  code: number;
  /** Standard output and errors together, at most the last 4,000 characters. */
  output: string;
}

/** Runs a program to its end. A program that cannot even be started counts as ended with code 127. */
export function run(file: string, args: string[], as: RunAs, cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...as,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A translated or localised message could not be read by us, and C is there on every system.
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', SYSTEMROOT: process.env['SYSTEMROOT'] ?? '' },
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 128, output: output.trim() }));
  });
}

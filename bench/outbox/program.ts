import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program in a process of its own. */
export interface Program {
  pid: number;
  /** Everything it has said, on both its ways. */
  output(): string;
  /** Resolves when it has said this; rejects if it ends before. */
  says(text: string): Promise<void>;
  /** Resolves when it has ended. */
  ended: Promise<void>;
  /** Sends the signal, if it still runs, and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a file with nothing but these variables; `flags` are for Node. */
export function startProgram(file: string, env: Record<string, string>, flags: string[] = []): Program {
  const child = spawn(process.execPath, [...flags, file], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let over = false;
  const ended = (async () => {
    await once(child, 'close');
    over = true;
  })();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    async says(text) {
      while (!output.includes(text)) {
        if (over) throw new Error(`a measured program ended before it said "${text}":\n${output}`);
        await new Promise((again) => setTimeout(again, 20));
      }
    },
    ended,
    async end(signal) {
      if (!over) child.kill(signal);
      await ended;
    },
  };
}

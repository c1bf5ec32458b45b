import type { Stage } from '../../support/dialogue.ts';

/** The same person on one of the channels: does there what the dialogue says, and tells what was seen. */
export interface Player {
  says(text: string): Promise<void>;
  /**
   * Picks the option that means this: `go:pool`, or what a form's button does (`back`, an option's code).
   * @param written what a person writes for it where there are no buttons.
   */
  picks(act: string, written: string): Promise<void>;
  sendsPicture(bytes: Uint8Array): Promise<void>;
  sendsDocument(bytes: Uint8Array, name: string, mime: string): Promise<void>;
  /** Everything that was said and seen, as lines. */
  transcript(): string;
}

/** Puts the person on a stage, by one channel. */
export type Opening = (stage: Stage, name: string) => Promise<Player>;

/** Whether a button's data means this act. */
export const means = (data: string, act: string): boolean => data === act || data.endsWith(`:${act}`);

/** Lines of one message: who said it, then what. */
export function saidBy(who: string, text: string): string {
  const [first = '', ...more] = text.split('\n');
  return [`${who}: ${first}`, ...more.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

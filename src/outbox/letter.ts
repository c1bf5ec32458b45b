import type { Api } from 'grammy';
import type { Birge } from '../context.ts';
import { putFile } from '../screens/put-file.ts';
import type { Enclosure } from '../screens/put-file.ts';
import { put } from '../screens/put.ts';
import type { Screen } from '../screens/screen.ts';
import type { End, OutboxRow } from '../store/outbox.ts';

/** What is said for one row of the outbox: words with buttons, or a file with a caption. */
export type Letter = { screen: Screen } | { file: Enclosure };

type Written = Letter | { end: End } | undefined;

/** One kind of letter. Its words are made when it is about to go out, so that they are true when they are read. */
export interface LetterKind {
  /**
   * Gives the letter in the row's language, for the account that sends it (its row in `channels`); an end if it can not be
   * sent; undefined: there is nothing to say any more, and the row is cancelled.
   */
  write(birge: Birge, row: OutboxRow, channel: number): Written | Promise<Written>;
  /** What follows from an end. Done before the end is recorded, so it may be done twice, and must bear that. */
  ended?(birge: Birge, row: OutboxRow, end: End): Promise<void>;
}

/** Puts a letter into its chat, in one try; gives the message's id. Throws what grammY throws. */
export function post(api: Api, chat: string, letter: Letter): Promise<number> {
  return 'screen' in letter ? put(api, chat, letter.screen) : putFile(api, chat, letter.file);
}

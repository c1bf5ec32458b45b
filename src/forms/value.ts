/** An option's code, or the person's own words in place of one. `{ other: '' }`: "other" is chosen, the words are still to come. */
export type Choice = string | { other: string };

export interface SentFile {
  /** The id of the stored file. */
  file: string;
  kind: 'photo' | 'document';
}

/** Several things chosen so far, "Done" not pressed yet. Finished, it is the bare list. */
export interface Picking<Item> {
  picked: Item[];
}

/** An answer as it is stored: codes, never texts of options. Null is a skipped question. */
export type Value =
  | null
  | string
  | number
  | boolean
  | { other: string }
  | Choice[]
  | SentFile[]
  | Picking<Choice>
  | Picking<SentFile>;

/** Is it one choice: an option's code, or own words? */
export const isChoice = (value: Value | undefined): value is Choice =>
  typeof value === 'string' || (value !== null && typeof value === 'object' && 'other' in value);

/** Is it a whole answer, or does the question stay open (own words to come, "Done" not pressed)? */
export function isFinished(value: Value): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return true;
  return !('picked' in value) && value.other !== '';
}

/** Is "other" chosen and the person's own words are still to come? Then ask for them. */
export function awaitsWords(value: Value | undefined): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ('other' in value) return value.other === '';
  return choicesSoFar(value).some((choice) => typeof choice === 'object' && choice.other === '');
}

/** What is chosen so far of a list answer, finished or not; other values give nothing. */
export function pickedSoFar(value: Value | undefined): readonly (Choice | SentFile)[] {
  if (Array.isArray(value)) return value;
  return value !== null && typeof value === 'object' && 'picked' in value ? value.picked : [];
}

/** The choices of a several-choices answer so far. */
export const choicesSoFar = (value: Value | undefined): Choice[] =>
  pickedSoFar(value).filter((item): item is Choice => typeof item === 'string' || 'other' in item);

/** The files of a file answer so far. */
export const filesSoFar = (value: Value | undefined): SentFile[] =>
  pickedSoFar(value).filter((item): item is SentFile => typeof item === 'object' && 'file' in item);

/** What a form's button carries: which form version, submission and question it belongs to, and what it means. */
export interface Press {
  /** First six digits of the form's hash. */
  version: string;
  submission: number;
  /** A question's id, or `overview`. */
  question: string;
  act: string;
}

/** The button's data: at most 64 bytes, because ids and acts are limited where forms are read. */
export const writePress = ({ version, submission, question, act }: Press): string =>
  `q:${version.slice(0, 6)}:${submission.toString(36)}:${question}:${act}`;

/** Reads a button's data; undefined if it is not a form's. */
export function readPress(data: string): Press | undefined {
  const [mark, version, submission, question, act] = data.split(':');
  if (mark !== 'q' || !version || !submission || !question || !act) return undefined;
  const id = Number.parseInt(submission, 36);
  return Number.isSafeInteger(id) && id > 0 ? { version, submission: id, question, act } : undefined;
}

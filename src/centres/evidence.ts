import { endingOf } from '../screens/file-type.ts';
import type { WholeAssessment } from '../store/centres/assessments.ts';
import { filesNamed } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import { answersIn, givenTo } from './given.ts';

/** A photo or document given as evidence. */
export interface Evidence {
  /**
   * `16-1.jpg`: channels give photos no names, and what people call their files stays with them. Without an ending where
   * nothing is known of the file any more.
   */
  name: string;
  /** What it is by its content, and the path of its bytes; undefined: it was erased. */
  file: { mime: string; path: string } | undefined;
}

/**
 * The evidence to each of these indicators, numbered in the order in which it was sent: only what the answers of this
 * very assessment name. One call of the database for all of it.
 */
export async function evidenceOf(
  store: Store,
  assessment: Pick<WholeAssessment, 'answers'>,
  indicators: readonly number[],
): Promise<ReadonlyMap<number, Evidence[]>> {
  const answers = answersIn(assessment);
  const sent = indicators.map((number) => ({
    number,
    ids: givenTo(answers, number).files.map(({ file }) => Number(file)),
  }));
  const ids = sent.flatMap((one) => one.ids);
  const known = new Map((ids.length > 0 ? await filesNamed(store, ids) : []).map((file) => [file.id, file]));
  return new Map(
    sent.map((one) => [one.number, one.ids.map((id, index) => named(`${one.number}-${index + 1}`, known.get(id)))]),
  );
}

const named = (name: string, file: Evidence['file']): Evidence => ({
  name: file ? `${name}.${endingOf(file.mime)}` : name,
  file,
});

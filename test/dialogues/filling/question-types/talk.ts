import type { Person } from '../../../support/double/person.ts';

/** What somebody does at the questions of one type, up to the right answer; the words that come back are in `talks/`. */
export interface TypeTalk {
  /** Questions of `test/forms/every-type.yaml`. */
  questions: readonly string[];
  acts(person: Person): Promise<void>;
  /** What is then in the database. */
  stored: Record<string, unknown>;
}

import type { z } from 'zod';
import type { QuestionType } from '../question.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { identityCard } from './identity-card.ts';
import { longText } from './long-text.ts';
import { number } from './number.ts';
import { oneChoice } from './one-choice.ts';
import { phone } from './phone.ts';
import { scale } from './scale.ts';
import { severalChoices } from './several-choices.ts';
import { shortText } from './short-text.ts';
import { yesNo } from './yes-no.ts';

/** Every type of question. A new one is a file beside this and a line here. */
const all = [
  oneChoice,
  severalChoices,
  scale,
  number,
  shortText,
  longText,
  date,
  phone,
  email,
  identityCard,
  yesNo,
  file,
] as const;

export type Question = z.infer<(typeof all)[number]['schema']>;

export const questionTypes: ReadonlyMap<string, QuestionType<Question>> = new Map(
  all.map((type): [string, QuestionType<Question>] => [type.type, type]),
);

/** The type of a question that was loaded. */
export function typeOf(question: Question): QuestionType<Question> {
  const type = questionTypes.get(question.type);
  if (!type) throw new Error(`question type "${question.type}" is not in src/forms/questions/index.ts`);
  return type;
}

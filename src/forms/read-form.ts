import { wordIssues } from './broken.ts';
import { formHead } from './form.ts';
import type { Form } from './form.ts';
import { headMistakes, orderMistakes, questionMistakes } from './mistakes.ts';
import { questionTypes } from './questions/index.ts';
import type { Question } from './questions/index.ts';

/** A form, or everything that is wrong with it; each problem names place, value and fix, but not the file. */
export type ReadForm = { is: 'form'; form: Form } | { is: 'broken'; problems: string[] };

/** Checks a definition, be it from a YAML file or from the database. */
export function readForm(raw: unknown): ReadForm {
  if (!isRecord(raw)) return { is: 'broken', problems: ['is no form; write fields: id, about, title, questions, …'] };
  const { questions: rawQuestions, ...rawHead } = raw;
  const head = formHead.safeParse(rawHead);
  const problems = head.success
    ? []
    : wordIssues(head.error.issues, rawHead, [...Object.keys(formHead.shape), 'questions']);
  const read = Array.isArray(rawQuestions) ? rawQuestions.map(readQuestion) : [];
  if (read.length === 0) problems.push('questions: missing or empty; write a list of questions');
  problems.push(...read.flatMap((question) => question.problems));
  const questions = read.flatMap((question) => question.question ?? []);
  problems.push(...orderMistakes(questions, questions.length === read.length));
  if (!head.success) return { is: 'broken', problems };
  const form = { ...head.data, questions };
  problems.push(...headMistakes(form));
  return problems.length > 0 ? { is: 'broken', problems } : { is: 'form', form };
}

function readQuestion(raw: unknown, index: number): { question?: Question; problems: string[] } {
  const id = isRecord(raw) && typeof raw.id === 'string' ? `question "${raw.id}"` : `question ${index + 1}`;
  const because = (problems: string[]) => ({ problems: problems.map((problem) => `${id}: ${problem}`) });
  if (!isRecord(raw)) return because(['is no question; write fields: id, type, text, …']);
  const type = typeof raw.type === 'string' ? questionTypes.get(raw.type) : undefined;
  if (!type) {
    const known = [...questionTypes.keys()].join(', ');
    if (raw.type === undefined) return because([`type: missing; known types: ${known}`]);
    return because([`unknown type ${JSON.stringify(raw.type)}; known types: ${known}`]);
  }
  const parsed = type.schema.safeParse(raw);
  if (!parsed.success) return because(wordIssues(parsed.error.issues, raw, Object.keys(type.schema.shape)));
  // The registry pairs each type's name with its schema, so what the schema passed is a question of that type.
  const question = parsed.data as Question;
  return { question, ...because([...questionMistakes(question), ...(type.mistakes?.(question) ?? [])]) };
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

import type { Form } from './form.ts';

/*
 * `question-ids.lock` remembers every question that was ever asked, one line `form.question: type` each. Stored
 * answers are read by these ids, so an id never changes its type, also not after years and a removal.
 */

const heading = '# Every question id with its type, for ever: answers are stored under them. Only add lines.\n';

function readLock(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^([a-z][a-z0-9_.-]*): *([a-z-]+)$/gm)].map(([, id = '', type = '']) => [id, type]));
}

/** Questions whose type differs from the locked one; the texts name all but the form's file. */
export function changedTypes(form: Form, lockText: string, lockName = 'content/question-ids.lock'): string[] {
  const locked = readLock(lockText);
  return form.questions.flatMap(({ id, type }) => {
    const before = locked.get(`${form.id}.${id}`);
    if (before === undefined || before === type) return [];
    return [
      `question "${id}": its type is ${type}, but ${lockName} has it as ${before}; an id keeps its type for ever, ` +
        `so write "type: ${before}" or give the question a new id`,
    ];
  });
}

/** Everything that keeps the lock from being right for these forms: changed types, and questions it lacks. */
export function checkLock(forms: Iterable<Form>, lockText: string): string[] {
  const locked = readLock(lockText);
  return [...forms].flatMap((form) => [
    ...changedTypes(form, lockText).map((problem) => `content/forms/${form.id}.yaml: ${problem}`),
    ...form.questions
      .filter(({ id }) => !locked.has(`${form.id}.${id}`))
      .map(
        ({ id, type }) =>
          `content/question-ids.lock: question "${id}" is missing; add the line "${form.id}.${id}: ${type}"`,
      ),
  ]);
}

/** The lock with the forms' new questions added; lines that are there never change. */
export function writeLock(forms: Iterable<Form>, lockText: string): string {
  const locked = readLock(lockText);
  for (const form of forms) {
    for (const { id, type } of form.questions) {
      if (!locked.has(`${form.id}.${id}`)) locked.set(`${form.id}.${id}`, type);
    }
  }
  const lines = [...locked].map(([id, type]) => `${id}: ${type}\n`).toSorted();
  return heading + lines.join('');
}

import { createHash } from 'node:crypto';
import type { Form } from './form.ts';

const known = new WeakMap<Form, string>();

/** SHA-256 (hex) of the definition, the same for the same content in any order of fields. Buttons carry its first six. */
export function formHash(form: Form): string {
  const before = known.get(form);
  if (before !== undefined) return before;
  const hash = createHash('sha256').update(canonical(form)).digest('hex');
  known.set(form, hash);
  return hash;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

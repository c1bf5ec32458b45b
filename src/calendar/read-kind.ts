import { z } from 'zod';
import { wordIssues } from '../forms/broken.ts';
import { words } from '../forms/words.ts';
import { organisationKinds, programmes, roles } from '../rules/roles.ts';
import { reminderTimeMistake } from './clock-time.ts';
import { isRecord } from '../content-file.ts';
import type { Kind } from './kind.ts';
import { eventName, readDue } from './read-due.ts';
import { readLadder } from './read-ladder.ts';
import { idMistakes, titleMistakes } from './title.ts';

/** What else there is in the program, so that a kind can name it. */
export interface Known {
  /** The flows that a button can open. */
  opens: readonly string[];
  /** The ids of all forms. */
  forms: ReadonlySet<string>;
}

/** Read by their own readers, which know more than a shape. */
const readApart = z.unknown().optional();
const tell = z
  .array(z.enum(roles), { error: 'write a list of roles, like [head]' })
  .min(1, 'tells nobody; write a list of roles, like [head]');
const telling = z.strictObject(
  { tell, ladder: readApart },
  { error: ({ code }) => (code === 'invalid_type' ? 'write "tell: [head]" and "ladder: [+1d, +7d]"' : undefined) },
);
const said = (fix: string) => z.string({ error: fix }).regex(/\S/, `is empty; ${fix}`).optional();

const kindShape = z.strictObject({
  programme: z.enum(programmes),
  source: said('write the document and the place in it'),
  ours: said('write in one sentence why we set it'),
  title: words,
  why: words,
  owes: z.strictObject(
    {
      role: z.enum(roles),
      at: z
        .array(z.enum(organisationKinds), { error: 'write a list of organisation kinds, like [youth-centre]' })
        .min(1, 'is empty; write a list of organisation kinds, like [youth-centre]'),
      as: z.enum(['person', 'organisation']).default('person'),
      having: eventName.optional(),
    },
    { error: ({ code }) => (code === 'invalid_type' ? 'write "role: worker" and "at: [mobility-centre]"' : undefined) },
  ),
  due: readApart,
  ladder: readApart,
  at: readApart,
  slips: telling.optional(),
  list: telling.optional(),
  opens: z.string({ error: 'write the flow that the button opens' }),
  fulfilled: z.union([
    z.strictObject({ event: eventName, hours: z.number().positive('is not above 0; write hours, like 40').optional() }),
    z.strictObject({ form: z.string({ error: 'write the id of a form' }) }),
  ]),
});

/** Reads one kind. What is wrong goes to `problems`, each with place, value and fix; then nothing is given back. */
export function readKind(id: string, raw: unknown, known: Known, problems: string[]): Kind | undefined {
  const found: string[] = [];
  const kind = put(id, raw, known, found);
  problems.push(...found.map((problem) => `kind "${id}": ${problem}`));
  return found.length === 0 ? kind : undefined;
}

function put(id: string, raw: unknown, known: Known, problems: string[]): Kind | undefined {
  problems.push(...idMistakes(id));
  if (!isRecord(raw)) {
    problems.push('is no kind; write fields: programme, source, title, …');
    return undefined;
  }
  const parsed = kindShape.safeParse(raw);
  if (!parsed.success) problems.push(...wordIssues(parsed.error.issues, raw, Object.keys(kindShape.shape)));
  problems.push(...originMistakes(raw), ...titleMistakes(raw.title), ...nameMistakes(raw, known));
  const times = readTimes(raw, problems);
  if (!parsed.success || !times.due) return undefined;
  const { programme, source, ours, title, why, owes, opens, fulfilled, slips, list } = parsed.data;
  return {
    id,
    programme,
    source: source ?? null,
    ours: ours ?? null,
    title,
    why,
    owes: { role: owes.role, at: owes.at, as: owes.as, having: owes.having ?? null },
    due: times.due,
    ladder: times.ladder,
    slips: slips ? { tell: slips.tell, ladder: times.slips } : null,
    list: list ? { tell: list.tell, ladder: times.list } : null,
    opens,
    fulfilled: 'form' in fulfilled ? fulfilled : withHours(fulfilled),
  };
}

const withHours = ({ event, hours }: { event: string; hours?: number | undefined }): Kind['fulfilled'] =>
  hours === undefined ? { event } : { event, hours };

/** Everything that says when: the due date and the ladders, which are counted from it. */
function readTimes(raw: Record<string, unknown>, problems: string[]) {
  const due = readDue(raw.due, problems);
  const atMistake =
    raw.at === undefined ? 'missing; write a time in quotes, like "10:00"' : reminderTimeMistake(raw.at);
  if (atMistake !== undefined) problems.push(`at: ${atMistake}`);
  const at = atMistake === undefined && typeof raw.at === 'string' ? raw.at : '10:00';
  // A due that could not be read may have had a time: then nothing is said about steps in hours.
  const dueTime = due === undefined ? '23:59' : 'time' in due ? due.time : undefined;
  const later = (place: 'slips' | 'list', only: 'days' | 'after') => {
    const part = raw[place];
    return isRecord(part) ? readLadder(`${place}.ladder`, part.ladder, { at, dueTime, only }, problems) : [];
  };
  const ladder = readLadder('ladder', raw.ladder, { at, dueTime }, problems);
  return { due, ladder, slips: later('slips', 'after'), list: later('list', 'days') };
}

/** Every rule has either a document or our own reason, so that people can be told whose it is. */
function originMistakes({ source, ours }: Record<string, unknown>): string[] {
  if (source === undefined && ours === undefined)
    return [
      'has neither "source" nor "ours"; cite the item (source: label-rules, item 2) or write why we set it (ours: …)',
    ];
  return source !== undefined && ours !== undefined
    ? ['has both "source" and "ours"; keep the one that sets the date']
    : [];
}

/** Names of flows and forms that do not exist. */
function nameMistakes({ opens, fulfilled }: Record<string, unknown>, known: Known): string[] {
  const mistakes: string[] = [];
  if (typeof opens === 'string' && !known.opens.includes(opens))
    mistakes.push(`opens: "${opens}" is no flow; write one of: ${known.opens.join(', ')}`);
  const form = isRecord(fulfilled) ? fulfilled.form : undefined;
  if (typeof form === 'string' && !known.forms.has(form))
    mistakes.push(
      `fulfilled.form: there is no form "${form}"; write one of: ${[...known.forms].toSorted().join(', ')}`,
    );
  return mistakes;
}

import { z } from 'zod';
import { wordIssues } from '../forms/broken.ts';
import { words } from '../forms/words.ts';
import { roles } from '../rules/roles.ts';
import { isRecord } from '../content-file.ts';
import type { Happening, Kind } from './kind.ts';
import { idMistakes, titleMistakes } from './title.ts';

const eventShape = z.strictObject(
  {
    title: words,
    about: z.enum(['person', 'organisation']),
    record: z.array(z.enum(roles), { error: 'write a list of roles, like [head]' }).default([]),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'write fields: title, about, record' : undefined) },
);

/** Reads the events of the calendar; what is wrong goes to `problems`, each with place, value and fix. */
export function readEvents(raw: unknown, problems: string[]): Map<string, Happening> {
  const events = new Map<string, Happening>();
  if (!isRecord(raw)) {
    problems.push('events: missing; write one event below the other, each with its id');
    return events;
  }
  for (const [id, written] of Object.entries(raw)) {
    const parsed = eventShape.safeParse(written);
    if (parsed.success) events.set(id, { id, ...parsed.data });
    const issues = parsed.success ? [] : wordIssues(parsed.error.issues, written, Object.keys(eventShape.shape));
    const found = [...idMistakes(id), ...issues, ...titleMistakes(isRecord(written) ? written.title : undefined)];
    problems.push(...found.map((problem) => `event "${id}": ${problem}`));
  }
  return events;
}

/** What is wrong with the events that a kind names. `written`: every event's name, also of those that have mistakes. */
export function eventMistakes(
  { id, due, owes, fulfilled }: Kind,
  events: ReadonlyMap<string, Happening>,
  written: ReadonlySet<string>,
): string[] {
  const places: [string, string | null][] = [
    ['due.event', due.is === 'event' ? due.event : null],
    ['owes.having', owes.having],
    ['fulfilled.event', 'event' in fulfilled ? fulfilled.event : null],
  ];
  return places.flatMap(([place, name]) => {
    if (name === null) return [];
    const at = `kind "${id}": ${place}:`;
    if (!written.has(name)) return [`${at} there is no event "${name}"; add it below "events" or correct its spelling`];
    // An obligation and what is recorded for it have the same owner, or they would never meet.
    const about = events.get(name)?.about ?? owes.as;
    const named = { person: 'a person', organisation: 'an organisation' };
    const fix = about === 'organisation' ? 'add "as: organisation" to owes' : 'remove "as: organisation" from owes';
    return about === owes.as
      ? []
      : [
          `${at} "${name}" is about ${named[about]}, but ${named[owes.as]} owes this kind; ${fix} or change the event's "about"`,
        ];
  });
}

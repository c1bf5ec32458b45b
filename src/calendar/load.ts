import { isRecord, readContentFile } from '../content-file.ts';
import { calendarHash } from './hash.ts';
import type { Calendar, Kind } from './kind.ts';
import { eventMistakes, readEvents } from './read-events.ts';
import { readKind } from './read-kind.ts';
import type { Known } from './read-kind.ts';

/**
 * Reads everything that is owed, and the events it depends on, from `calendar.yaml`. Throws one `BrokenContent` that
 * lists every mistake of the file, a line each: file, kind or event, place, value, fix.
 */
export function loadCalendar(file: string, known: Known): Calendar {
  return readContentFile(file, (raw, problems) => {
    const content = isRecord(raw) ? raw : {};
    const unknown = Object.keys(content).filter((field) => field !== 'kinds' && field !== 'events');
    if (unknown.length > 0)
      problems.push(`unknown field ${unknown.map((field) => `"${field}"`).join(', ')}; known fields: kinds, events`);
    const kinds = readKinds(content.kinds, known, problems);
    const events = readEvents(content.events, problems);
    const written = new Set(isRecord(content.events) ? Object.keys(content.events) : []);
    problems.push(...[...kinds.values()].flatMap((kind) => eventMistakes(kind, events, written)));
    return { kinds, events, hash: calendarHash(kinds.values(), events.values()) };
  });
}

function readKinds(raw: unknown, known: Known, problems: string[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  if (!isRecord(raw) || Object.keys(raw).length === 0) {
    problems.push('kinds: missing or empty; write one kind below the other, each with its id');
    return kinds;
  }
  for (const [id, written] of Object.entries(raw)) {
    const kind = readKind(id, written, known, problems);
    if (kind) kinds.set(id, kind);
  }
  return kinds;
}

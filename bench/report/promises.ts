import { table } from './table.ts';

/** Something this project has promised to itself, and what was found. */
export interface Promised {
  what: string;
  target: string;
  found: string;
  met: boolean;
}

/** The promises as a table. */
export const promises = (rows: Promised[]): string =>
  table(
    ['this bot', 'target', 'found', 'met'],
    rows.map(({ what, target, found, met }) => [what, target, found, met ? 'yes' : '**no**']),
    4,
  );

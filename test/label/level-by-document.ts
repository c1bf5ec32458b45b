import type { LevelId } from '../../src/rules/label-codes.ts';

/** The rules of section 3 of the document, item 10, written out by hand and apart from the program's own. */
export function levelByDocument(met: ReadonlySet<number>, regional: boolean): LevelId | null {
  const has = (criterion: number): boolean => met.has(criterion);
  const coordinates = !regional || has(8);
  // First level: all seven, for a regional centre all eight.
  if (has(1) && has(2) && has(3) && has(4) && has(5) && has(6) && has(7) && coordinates) return 'gold';
  // Second level: four, for a regional centre five.
  if (has(1) && has(2) && has(3) && has(4) && coordinates) return 'silver';
  // Third level: three, for a regional centre four.
  if (has(1) && has(2) && has(4) && coordinates) return 'bronze';
  return null;
}

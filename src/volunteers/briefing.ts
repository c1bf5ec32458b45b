import { readContentFile } from '../content-file.ts';
import { wordIssues } from '../forms/broken.ts';
import { briefingMistakes } from './briefing-mistakes.ts';
import { briefingShape } from './briefing-shape.ts';
import type { SafetyBriefing } from './briefing-shape.ts';

/** Reads and checks `safety-briefing.yaml`. Throws one `BrokenContent` that lists every mistake. */
export function loadBriefing(file: string): SafetyBriefing {
  const written = readContentFile(file, (raw, problems) => {
    const read = briefingShape.safeParse(raw);
    const known = Object.keys(briefingShape.shape);
    problems.push(...(read.success ? briefingMistakes(read.data) : wordIssues(read.error.issues, raw, known)));
    return read.data;
  });
  if (written === undefined) throw new Error(`${file}: nothing was read, and nothing is wrong`);
  return written;
}

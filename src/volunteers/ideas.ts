import { z } from 'zod';
import { readContentFile } from '../content-file.ts';
import { wordIssues } from '../forms/broken.ts';
import { directions } from '../forms/facts.ts';
import { languages, words } from '../forms/words.ts';
import type { Lang } from '../forms/words.ts';

/** Stands in a button's data beside a day and a project. */
const longestId = 24;
/** Characters; a page of ideas is one message. */
const longestText = 200;

export const lastings = ['once', 'long'] as const;

const idea = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'is no id; use a-z, 0-9 and -, beginning with a letter')
    .max(longestId, `is longer than ${longestId} characters; choose a shorter id`),
  direction: z.enum(directions),
  /** Done in a day, or week by week. */
  lasts: z.enum(lastings),
  text: words,
  /** The document and the place in it, where it is of the manual's list. */
  source: z.string().regex(/\S/, 'is empty; write the document and the place in it').optional(),
  /** This project's own. */
  ours: z.literal(true).optional(),
});
/** A good deed to take up (volunteering-manual-birgemiz-bilim, annex 5). */
export type Idea = z.infer<typeof idea>;

const shape = z.strictObject({ ideas: z.array(idea) });

/** Reads and checks `ideas.yaml`. Throws one `BrokenContent` that lists every mistake. */
export function loadIdeas(file: string): readonly Idea[] {
  const written = readContentFile(file, (raw, problems) => {
    const read = shape.safeParse(raw);
    const known = Object.keys(shape.shape);
    problems.push(...(read.success ? mistakesOf(read.data.ideas) : wordIssues(read.error.issues, raw, known)));
    return read.data;
  });
  if (written === undefined) throw new Error(`${file}: nothing was read, and nothing is wrong`);
  return written.ideas;
}

/**
 * What an idea says in a language, plain: whoever sends it escapes it. Undefined: none has this id any more, or there was
 * none.
 */
export function ideaText(
  { volunteering }: { volunteering: { ideas: readonly Idea[] } },
  id: string | null,
  language: Lang,
): string | undefined {
  return ideaCalled({ volunteering }, id)?.text[language];
}

/** The idea with this id, if the list has it. */
export const ideaCalled = (
  { volunteering }: { volunteering: { ideas: readonly Idea[] } },
  id: string | null | undefined,
): Idea | undefined => volunteering.ideas.find((known) => known.id === id);

/** The ideas of a direction that last so long, in the file's order. */
export const ideasOf = (ideas: readonly Idea[], direction: string, lasts: Idea['lasts']): Idea[] =>
  ideas.filter((one) => one.direction === direction && one.lasts === lasts);

/** What the shape of one idea does not say, a sentence each. */
function mistakesOf(ideas: readonly Idea[]): string[] {
  const problems = ideas.flatMap((one, index) => {
    const at = `ideas[${index + 1}]`;
    return [
      ...(ideas.findIndex(({ id }) => id === one.id) < index
        ? [`${at}.id: "${one.id}" stands above already; choose another id`]
        : []),
      ...((one.source === undefined) === (one.ours === undefined)
        ? [`${at}: "${one.id}" needs either "source" or "ours: true"; write one of the two`]
        : []),
      ...languages.flatMap((language) =>
        one.text[language].length > longestText
          ? [
              `${at}.text.${language}: has ${one.text[language].length} characters; shorten it to ${longestText} or fewer`,
            ]
          : [],
      ),
    ];
  });
  const missing = directions.flatMap((direction) =>
    lastings
      .filter((lasts) => ideasOf(ideas, direction, lasts).length === 0)
      .map((lasts) => `ideas: none has direction "${direction}" and lasts "${lasts}"; add one`),
  );
  return [...problems, ...missing];
}

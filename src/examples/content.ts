import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { directions } from '../forms/index.ts';
import { isDay } from '../rules/dates.ts';
import { centreKinds } from '../rules/label-codes.ts';
import { language, project, words } from '../store/talks.ts';

const organisation = z.strictObject({
  kind: z.enum(['volunteer-organisation', 'career-centre', 'youth-centre']),
  name: words,
  /** What is known of a youth centre; others have none. */
  centre: z
    .strictObject({
      kind: z.enum(centreKinds),
      head: z.string(),
      phone: z.string(),
      email: z.email(),
      address: z.string(),
    })
    .optional(),
  projects: z.array(project.extend({ direction: z.enum(directions) })),
  people: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z-]+$/),
      name: z.string(),
      language,
      bornOn: z.string().refine(isDay),
      /** newcomer: somebody without any role. */
      role: z.enum(['volunteer', 'coordinator', 'newcomer', 'head', 'worker', 'staff', 'expert']),
      shown: words,
    }),
  ),
});
const examples = z.strictObject({ organisations: z.array(organisation) });
export type Examples = z.infer<typeof examples>;

/** Reads `<content>/examples.yaml`; throws zod's report if it is not as it must be. */
export const readExamples = (content: string): Examples =>
  examples.parse(parse(readFileSync(join(content, 'examples.yaml'), 'utf8')));

/** What the page offers to talk as; the role in the example's own language. */
export const offered = ({ organisations }: Examples) =>
  organisations.flatMap(({ people }) =>
    people.map(({ key, name, language: own, shown }) => ({ key, name, role: shown[own] ?? shown.kk })),
  );

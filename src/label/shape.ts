import { z } from 'zod';
import { words } from '../forms/words.ts';
import { centreKinds } from '../rules/label-codes.ts';
import { criteriaShape } from './criteria-shape.ts';
import { programmeShape } from './programme-shape.ts';
import { said } from './wording.ts';

/** The whole of `jastar-belgisi.yaml`, as it is written. */
export const instrumentShape = z.strictObject({
  source: said('write the name of the document'),
  title: words,
  centres: z.strictObject(
    Object.fromEntries(centreKinds.map((kind) => [kind, words])) as Record<(typeof centreKinds)[number], typeof words>,
  ),
  ...criteriaShape,
  ...programmeShape,
});

export type Written = z.infer<typeof instrumentShape>;

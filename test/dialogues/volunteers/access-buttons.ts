import { candidates, forms, places } from './access-forms.ts';
import { ofCoordinators, papersAndAgreement, thanks } from './access-lead.ts';
import { ofEverybody, ofOtherVolunteers, ofTheVolunteer } from './access-own.ts';
import type { Row } from './access-row.ts';
import type { Scene } from './access-scene.ts';

/** Parts of volunteering, each with its buttons. */
const parts = {
  'what everybody has': ofEverybody,
  "a volunteer's own things": ofTheVolunteer,
  "other volunteers' own things": ofOtherVolunteers,
  'projects and their volunteers': ofCoordinators,
  'papers and the agreement': papersAndAgreement,
  'certificates and letters': thanks,
  candidates,
  'where to go': places,
  forms,
} satisfies Record<string, (scene: Scene) => Row[] | Promise<Row[]>>;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];

/** All buttons with who may press them. */
export async function accessMatrix(scene: Scene): Promise<Record<Part, Row[]>> {
  const found = await Promise.all(partNames.map(async (name) => [name, await parts[name](scene)] as const));
  return Object.fromEntries(found) as Record<Part, Row[]>;
}

import { keepFile } from '../../../src/store/files.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { pdf, png } from '../../support/sent-files.ts';
import { idOf } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

/** A centre whose staff have answered some indicators with examples and files, and an expert who reads them. */
export interface Reading {
  stage: Stage;
  centre: number;
  /** Who answered: the row of a person. */
  aset: number;
  expert: Person;
  own: number;
}

export async function reading(): Promise<Reading> {
  const stage = await labelStage();
  const centre = await centreOf(stage, { name: 'Taraz YRC <b>' });
  await member(stage, { id: 1, name: 'Aset <3' }, 'staff', { organisation: centre });
  const aset = await idOf(stage, 1);
  const expert = await member(stage, { id: 2, name: 'Expert' }, 'expert', { organisation: centre });
  const own = await marksBySql(stage, {
    organisation: centre,
    marks: { 1: 'yes', 12: 'yes', 13: 'not_fully', 16: 'no', 43: 'yes', 44: 'no' },
    examples: { 12: 'Every Tuesday\nwe learn <i> & teach', 13: '🎉👍🏽', 43: 'x' },
    person: aset,
  });
  const scene = { stage, centre, aset, expert, own };
  await answers(scene, own, 'c2_trends', 'More of us study');
  await gives(scene, 12, png(700), pdf());
  return scene;
}

/** Stores an answer to a question of an assessment as the forms engine does. */
export async function answers(
  { stage, aset }: Pick<Reading, 'stage' | 'aset'>,
  submission: number,
  question: string,
  value: unknown,
): Promise<void> {
  await stage.database.sql`
    insert into answers (submission_id, question, value, complete, by_person, at, rev)
    values (${submission}, ${question}, ${JSON.stringify(value)}::text::jsonb, true, ${aset}, '2026-11-02T20:00:00Z', 1)`;
}

/** Files given to an indicator as evidence; gives where they are kept. */
export async function gives(scene: Reading, indicator: number, ...files: Buffer[]): Promise<string[]> {
  const { stage, centre, aset, own } = scene;
  const kept = [];
  for (const bytes of files)
    kept.push(await keepFile(stage.running.birge, { person: aset, organisation: centre }, bytes));
  const given = kept.map(({ id, mime }) => ({
    file: String(id),
    kind: mime.startsWith('image/') ? 'photo' : 'document',
  }));
  await answers(scene, own, `i${indicator}_files`, given);
  const ids = kept.map(({ id }) => id);
  const rows = await stage.database.sql<{ path: string }[]>`select path from files where id = any (${ids}) order by id`;
  return rows.map(({ path }) => path);
}

/** The files that came into a chat since then: how they are shown, their names and captions, and their bytes. */
export function came({ stage }: Reading, person: Person, from: number) {
  return person.chat.events.slice(from).flatMap((event) => {
    if (event.kind !== 'said') return [];
    const { photo, document, caption = '' } = event.message;
    const id = document?.file_id ?? photo?.at(-1)?.file_id;
    if (id === undefined) return [];
    const stored = stage.double.state.files.find(id);
    const bytes = Buffer.from(stored?.bytes ?? []);
    return [{ as: document ? 'document' : 'picture', name: stored?.name, caption, bytes }];
  });
}

import { randomBytes } from 'node:crypto';
import { keepFormVersion } from '../../../src/store/form-versions.ts';
import { noon } from './targets.ts';
import type { Opened } from './targets.ts';

const hash = 'e'.repeat(64);
const forms = ['volunteer-questionnaire', 'diary-entry', 'volunteer-paper', 'volunteer-agreement', 'recommendation'];

/** People, projects and sent forms of volunteers, made by the tables themselves. */
export class VolunteerScene {
  readonly db: Opened;

  private constructor(db: Opened) {
    this.db = db;
  }

  static async open(db: Opened): Promise<VolunteerScene> {
    for (const form of forms) await keepFormVersion(db.store, { form, hash, definition: {}, guards: [] }, noon);
    return new VolunteerScene(db);
  }

  async insert(table: string, row: object): Promise<number> {
    const { data, error } = await this.db.tables.from(table).insert(row).select('id').single();
    if (error) throw new Error(`${table}: ${error.message}`);
    return Number(data['id']);
  }

  organisation = (region: string | null = null): Promise<number> =>
    this.insert('organisations', {
      ...{ kind: 'volunteer-organisation', programme: 'volunteers', region },
      ...{ name: { kk: 'Ұйым' }, made_at: noon.toISOString() },
    });

  async project(direction = 'education', region: string | null = null): Promise<{ id: number; organisation: number }> {
    const organisation = await this.organisation(region);
    const words = { kk: 'Жоба' };
    const texts = { name: words, place: words, purpose: words, activities: words };
    const row = { organisation_id: organisation, ...texts, direction, made_at: noon.toISOString() };
    return { id: await this.insert('projects', row), organisation };
  }

  person = (name: string | null = 'Мысал Аты', born = '2001-05-14'): Promise<number> =>
    this.insert('people', { name, born_on: born, language: 'kk', created_at: noon.toISOString() });

  /** A membership from the beginning of the year. */
  member = (
    person: number,
    project: { id: number; organisation: number },
    role = 'volunteer',
    more: object = {},
  ): Promise<number> =>
    this.insert('memberships', {
      ...{ person_id: person, organisation_id: project.organisation, project_id: project.id, role },
      ...{ from_on: '2026-01-01', until_on: null, ...more },
    });

  /** A sent form of somebody with these answers. */
  async sent(
    person: number,
    form: string,
    about: { kind: string; id: number } | null,
    answers: Readonly<Record<string, unknown>> = {},
    more: object = {},
  ): Promise<number> {
    const at = noon.toISOString();
    const id = await this.insert('submissions', {
      ...{ owner_person: person, form, form_hash: hash, about_kind: about?.kind ?? null, about_id: about?.id ?? null },
      ...{ status: 'submitted', opened_at: at, touched_at: at, submitted_at: at, ...more },
    });
    for (const [question, value] of Object.entries(answers)) {
      const row = { submission_id: id, question, value, complete: true, by_person: person, at, rev: 1 };
      const { error } = await this.db.tables.from('answers').insert(row);
      if (error) throw new Error(error.message);
    }
    return id;
  }

  file = (person: number): Promise<number> => {
    const path = randomBytes(32).toString('hex');
    const row = { owner_person: person, sha256: path, mime: 'image/png', bytes: 4, path, at: noon.toISOString() };
    return this.insert('files', row);
  };

  /** Rows of a table that fit, as they stand. */
  async rows(table: string, where: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>[]> {
    const { data, error } = await this.db.tables
      .from(table)
      .select('*')
      .match({ ...where })
      .order('id');
    if (error) throw new Error(error.message);
    return data;
  }
}

import type { Sql } from 'postgres';
import { changeCampaign, makeCampaign, readCampaign } from '../../src/store/campaigns/campaign.ts';
import type { Campaign } from '../../src/store/campaigns/campaign.ts';
import { confirmCampaign } from '../../src/store/campaigns/sending.ts';
import type { Store } from '../../src/store/store.ts';

/** What a test says about an announcement; the rest is filled in. */
export interface CampaignIdea {
  organisation: number;
  author: number;
  kk?: string;
  ru?: string;
  /** A stored file's key and type. */
  file?: { path: string; mime: string };
  link?: string;
  groups?: { tags: string[] } | null;
  people?: { roles: string[] } | null;
  sendAt?: Date;
  urgent?: string;
}

/** An announcement as its form leaves it: a draft, to all groups and people of its organisation unless it says otherwise. */
async function draftCampaign(sql: Sql, store: Store, idea: CampaignIdea, at: Date): Promise<number> {
  const { organisation, author, kk = 'Сәлем!', ru, file } = idea;
  await sql`
    insert into form_versions (form, hash, definition, guards, first_seen_at)
    select 'announcement', 'test', '{}', '[]', ${at} where not exists (select 1 from form_versions where form = 'announcement')`;
  const [sent] = await sql<{ id: number }[]>`
    insert into submissions (owner_person, form, form_hash, about_kind, about_id, status, opened_at, touched_at, submitted_at)
    select ${author}, form, hash, 'organisation', ${organisation}, 'submitted', ${at}, ${at}, ${at}
    from form_versions where form = 'announcement' limit 1 returning id::int`;
  const submission = sent?.id ?? 0;
  const answers: Record<string, unknown> = { kind: 'free', free_kk: kk, ...(ru !== undefined && { text_ru: ru }) };
  if (file) {
    const [kept] = await sql<{ id: string }[]>`
      insert into files (owner_person, sha256, mime, bytes, path, at)
      values (${author}, ${file.path}, ${file.mime}, 1, ${file.path}, ${at}) returning id::text`;
    const kind = file.mime.startsWith('image/') ? 'photo' : 'document';
    answers['attachment'] = [{ file: kept?.id, kind }];
  }
  for (const [question, value] of Object.entries(answers)) {
    await sql`insert into answers (submission_id, question, value, complete, by_person, at, rev)
      values (${submission}, ${question}, ${JSON.stringify(value)}::text::jsonb, true, ${author}, ${at}, 1)`;
  }
  const id = await makeCampaign(store, { submission, organisation, project: null, author }, at);
  const everybody = { regions: [], programmes: [], languages: [] };
  const { groups = { tags: [] }, people = { roles: [] } } = idea;
  const change: Partial<Campaign> = {
    audience: { groups, people, ...everybody },
    ...(idea.link !== undefined && { link: idea.link }),
    ...(idea.sendAt && { sendAt: idea.sendAt.toISOString() }),
    ...(idea.urgent !== undefined && { urgentReason: idea.urgent }),
  };
  await changeCampaign(store, id, change);
  return id;
}

/** The same, confirmed for so few that nobody else is asked. */
export async function confirmedCampaign(sql: Sql, store: Store, idea: CampaignIdea, at: Date): Promise<number> {
  const campaign = await draftCampaign(sql, store, idea, at);
  const seen = await readCampaign(store, campaign);
  if (seen === null) throw new Error('the campaign is gone');
  const is = await confirmCampaign(store, { seen, total: 1, most: 500, asked: [] }, at);
  if (is !== 'planned') throw new Error(`the campaign is ${is}`);
  return campaign;
}

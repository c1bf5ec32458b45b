import { z } from 'zod';
import type { Store } from '../store.ts';
import { words } from '../talks.ts';

/** Who is to hear an announcement. Empty lists mean all. */
export const audience = z.object({
  /** null: no groups; tags: any of these. */
  groups: z.object({ tags: z.array(z.string()) }).nullable(),
  /** null: no people. */
  people: z.object({ roles: z.array(z.string()) }).nullable(),
  regions: z.array(z.string()),
  programmes: z.array(z.string()),
  languages: z.array(z.enum(['kk', 'ru', 'en'])),
});
export type Audience = z.infer<typeof audience>;

export const campaignState = z.enum(['draft', 'asked', 'planned', 'sending', 'paused', 'done', 'cancelled']);
export type CampaignState = z.infer<typeof campaignState>;

const campaign = z.object({
  id: z.number(),
  state: campaignState,
  organisation: z.number(),
  organisationName: words,
  /** Its organisation is the platform: it may be for everybody. */
  platform: z.boolean(),
  above: z.array(z.number()),
  project: z.number().nullable(),
  submission: z.number(),
  author: z.number().nullable(),
  authorName: z.string().nullable(),
  /** What its button opens: `projects`, `project 12`, `deadlines`; null: it has none. */
  link: z.string().nullable(),
  audience,
  /** ISO; null: at once. */
  sendAt: z.string().nullable(),
  /** Why it may pass the quiet hours; null: it may not. */
  urgentReason: z.string().nullable(),
  approvedBy: z.number().nullable(),
  /** All recipients stand in the outbox. */
  spread: z.boolean(),
  /** The answers of the form `announcement`, by question. */
  answers: z.record(z.string(), z.unknown()),
  file: z.object({ path: z.string(), mime: z.string(), kind: z.enum(['photo', 'document']) }).nullable(),
});
/** An announcement on its way from a draft to everybody. */
export type Campaign = z.infer<typeof campaign>;

/** Makes the campaign of a sent form, or gives the one there is. Rights are the caller's matter. */
export async function makeCampaign(
  store: Store,
  of: { submission: number; organisation: number; project: number | null; author: number },
  now: Date,
): Promise<number> {
  const args = {
    p_submission: of.submission,
    p_organisation: of.organisation,
    p_project: of.project,
    p_author: of.author,
    p_at: now.toISOString(),
  };
  return (await store.call('make_campaign', args, z.object({ id: z.number() }))).id;
}

/** A campaign with its words and where it lies; null: there is none of this id. Rights are the caller's matter. */
export function readCampaign(store: Store, id: number): Promise<Campaign | null> {
  return store.call('read_campaign', { p_campaign: id }, campaign.nullable());
}

const listed = z.object({
  id: z.number(),
  state: campaignState,
  organisationName: words,
  text: z.string().nullable(),
  madeAt: z.string(),
});

/** The newest campaigns in a part of the tree; `before`: the last key of the page before. */
export function campaignsIn(
  store: Store,
  scope: { all: boolean; organisations: readonly number[]; projects: readonly number[] },
  before: number | null,
  limit: number,
) {
  const args = {
    p_all: scope.all,
    p_organisations: scope.organisations,
    p_projects: scope.projects,
    p_before: before,
    p_limit: limit,
  };
  return store.call('campaigns_in', args, z.array(listed));
}

/** Changes what is named of a draft; false: it is a draft no more. */
export async function changeCampaign(
  store: Store,
  id: number,
  change: Partial<Pick<Campaign, 'link' | 'audience' | 'sendAt' | 'urgentReason'>>,
): Promise<boolean> {
  const args = { p_campaign: id, p_change: change };
  return (await store.call('change_campaign', args, z.object({ changed: z.boolean() }))).changed;
}

/** Opens the words of a draft once more; gives the submission to be walked, null: it is a draft no more. */
export async function rewriteCampaign(store: Store, id: number, now: Date): Promise<number | null> {
  const answer = z.discriminatedUnion('is', [
    z.object({ is: z.literal('open'), submission: z.number() }),
    z.object({ is: z.literal('closed') }),
  ]);
  const opened = await store.call('rewrite_campaign', { p_campaign: id, p_at: now.toISOString() }, answer);
  return opened.is === 'open' ? opened.submission : null;
}

import { programmesOf } from '../access/kinds.ts';
import { rolesIn } from '../access/roles.ts';
import type { Birge } from '../context.ts';
import { questionOf, shown } from '../forms/index.ts';
import { codesOf } from '../forms/form.ts';
import { organisationKinds } from '../rules/roles.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';
import { groupsBelow } from '../store/groups.ts';
import { organisationsIn } from '../store/organisations.ts';
import type { Language } from '../store/talks.ts';

/** What an audience can be chosen by, as far as it occurs in a campaign's part of the tree. */
export interface Choices {
  /** Is any group linked there? */
  hasGroups: boolean;
  tags: string[];
  roles: string[];
  regions: string[];
  programmes: string[];
}

/** The form in which organisations tell their region: its codes and words are those of everything else. */
const regionForm = 'new-organisation';

/** Groups of one call, and calls at most: whoever has more groups chooses among the tags of the first 2,000. */
const page = { size: 100, most: 20 };
/** Values of one kind to choose from: more buttons than this nobody reads. */
const mostOffered = 40;

/** Reads what can be chosen for a campaign: tags and regions of its groups, roles and programmes of its organisations. */
export async function choicesFor(birge: Birge, campaign: Campaign): Promise<Choices> {
  let hasGroups = false;
  const tags = new Set<string>();
  const regions = new Set<string>();
  for (let turn = 0; turn < page.most; turn += 1) {
    const groups = await groupsBelow(birge.store, campaign.organisation, campaign.project, turn * page.size, page.size);
    hasGroups ||= groups.length > 0;
    for (const group of groups) {
      for (const tag of group.tags) tags.add(tag);
      if (group.region !== null) regions.add(group.region);
    }
    if (groups.length < page.size) break;
  }
  const kinds = campaign.platform ? organisationKinds : await kindsBelow(birge, campaign.organisation);
  // People's regions are those of their organisations, which nobody reads for this: all are offered.
  const known = regionCodes(birge).filter((code) => campaign.audience.people !== null || regions.has(code));
  return {
    hasGroups,
    tags: [...tags].toSorted().slice(0, mostOffered),
    roles: [...new Set(kinds.flatMap((kind) => rolesIn(kind)))],
    regions: known,
    programmes: programmesOf(kinds),
  };
}

async function kindsBelow({ store }: Birge, organisation: number): Promise<string[]> {
  const below = await organisationsIn(store, { all: false, organisations: [organisation], projects: [] }, 100);
  return [...new Set(below.map(({ kind }) => kind))];
}

function regionCodes({ forms }: Birge): string[] {
  const form = forms.get(regionForm);
  const question = form && questionOf(form, 'region');
  return question ? (codesOf(question)?.codes ?? []) : [];
}

/** A region's name; its code where it is none that we know. */
export function regionInWords(birge: Birge, code: string, language: Language): string {
  const form = birge.forms.get(regionForm);
  const question = form && questionOf(form, 'region');
  return (question && shown(question, code, language, { today: '' })) || code;
}

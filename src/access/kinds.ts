/** What an administrator can add: the answer of the form `new-organisation`, the kind it means, and the kind's programme. */
const kinds = {
  volunteers: { kind: 'volunteer-organisation', programme: 'volunteers', below: [] },
  youth_centre: { kind: 'youth-centre', programme: 'label', below: ['youth-centre'] },
  mobility_centre: { kind: 'mobility-centre', programme: 'mobility', below: [] },
  career_centre: { kind: 'career-centre', programme: 'mobility', below: ['mobility-centre'] },
  union: { kind: 'union', programme: 'union', below: [] },
  union_member: { kind: 'union-member', programme: 'union', below: ['union'] },
  movement: { kind: 'movement', programme: 'pupils', below: [] },
  movement_team: { kind: 'movement-team', programme: 'pupils', below: ['movement'] },
} as const satisfies Record<string, { kind: string; programme: string; below: readonly string[] }>;

const isKnown = (code: string): code is keyof typeof kinds => Object.hasOwn(kinds, code);

/** What the answer means. Forms that were sent before there was the question come from volunteer organisations. */
export const kindMeant = (code: string | undefined): { kind: string; programme: string } =>
  kinds[code !== undefined && isKnown(code) ? code : 'volunteers'];

/**
 * The kinds of organisations below which one of this kind stands: a career centre is a branch of a mobility centre
 * (mobility-centre-workers-cpd-rules, item 2), a regional youth centre coordinates those of districts and cities
 * (jastar-belgisi-quality-label, criterion 8), the union has member organisations, the movement has teams.
 */
export const parentsOf = (kind: string): readonly string[] =>
  Object.values(kinds).find((known) => known.kind === kind)?.below ?? [];

/** The programmes of organisations of these kinds, each once; the platform itself has none. */
export const programmesOf = (of: readonly string[]): string[] => [
  ...new Set(
    Object.values(kinds)
      .filter(({ kind }) => of.includes(kind))
      .map(({ programme }) => programme),
  ),
];

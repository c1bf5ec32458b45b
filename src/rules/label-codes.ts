/**
 * The kinds of centres that may take part (jastar-belgisi-quality-label, item 5): of an oblast; of one of the three
 * cities Astana, Almaty, Shymkent; of a city of oblast significance; of a district. Content and database use these codes.
 */
export const centreKinds = ['regional', 'republican_city', 'oblast_city', 'district'] as const;
export type CentreKind = (typeof centreKinds)[number];

/** From the highest to the lowest: first, second and third level (item 10). */
export const levelIds = ['gold', 'silver', 'bronze'] as const;
export type LevelId = (typeof levelIds)[number];

/** What can be answered to an indicator (annex 1). */
export const markCodes = ['yes', 'not_fully', 'no'] as const;
export type Mark = (typeof markCodes)[number];

/** Who assesses a centre: its own staff (ours), or the experts (item 13). */
export const assessors = ['centre', 'expert'] as const;
export type Assessor = (typeof assessors)[number];

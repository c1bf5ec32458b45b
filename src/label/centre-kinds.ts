/**
 * The kinds of centres that may take part (jastar-belgisi-quality-label, item 5): of an oblast; of one of the three
 * cities Astana, Almaty, Shymkent; of a city of oblast significance; of a district. Content and database use these codes.
 */
export const centreKinds = ['regional', 'republican_city', 'oblast_city', 'district'] as const;
export type CentreKind = (typeof centreKinds)[number];

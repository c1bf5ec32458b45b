/** What a person can be in an organisation; content files name roles by these words. */
export const roles = [
  'administrator',
  'coordinator',
  'volunteer',
  'head',
  'staff',
  'worker',
  'mentor',
  'trainer',
  'expert',
  'office',
  'leader',
  'deputy',
] as const;

/** The kinds of organisations in which roles are held. */
export const organisationKinds = [
  'volunteer-organisation',
  'youth-centre',
  'mobility-centre',
  'career-centre',
  'union',
  'union-member',
  'movement',
  'movement-team',
] as const;

/** The programmes that Birge serves; a deadline belongs to one of them. */
export const programmes = ['volunteers', 'label', 'mobility', 'union', 'pupils'] as const;

/** Papers that a school may ask of whoever works with children (volunteering-manual-birgemiz-bilim, item 2.5). */
export const paperKinds = [
  'recommendation',
  'criminal_record',
  'narcological',
  'psychoneurological',
  /** Of retired teachers: who employed them last, told in words. */
  'last_employer',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** How an agreement was signed. Ours: the manual's sample knows paper only. */
export const signings = ['paper', 'electronic', 'other'] as const;
export type Signing = (typeof signings)[number];

/** The columns of the volunteer's table of skills (volunteering-manual-birgemiz-bilim, «My skills»), in its order. */
export const skillColumns = ['standard', 'like', 'well', 'professional', 'learn'] as const;
export type SkillColumn = (typeof skillColumns)[number];

/** What becomes of a candidate's questionnaire. */
export const reviewAnswers = ['accepted', 'returned', 'declined'] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

/** What a form can be filled in about; the database knows the same words. */
export const aboutKinds = ['project', 'organisation', 'person', 'group', 'enrolment', 'deed', 'place'] as const;

/** The form of annex 1 of the volunteering manual: what coordinators read. */
export const questionnaire = 'volunteer-questionnaire';

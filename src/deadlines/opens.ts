/**
 * What the button of an obligation can lead to, as `opens` in `content/calendar.yaml` names it: `done` tells Birge that it
 * is done, the others are flows. A new flow adds its name here and what its button says in `card.ts`.
 */
export const opens = ['done', 'questionnaire'] as const;

import { may } from '../access/rights.ts';
import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { applicationDocument } from '../documents/application.ts';
import type { Enclosure } from '../screens/put-file.ts';
import { readCentre } from '../store/centres/centre.ts';
import { readSubmission } from '../store/submissions.ts';
import type { Submission } from '../store/submissions.ts';
import type { Language, Role } from '../store/talks.ts';
import { applicationForm, applicationOf } from './application.ts';
import { placeOfCentre } from './assessed.ts';

/** An application that a centre has finished. */
export interface Sent {
  centre: number;
  /** The day (`YYYY-MM-DD`) on which its form was sent. */
  on: string;
  answers: Submission['answers'];
}

/** Latin letters, for mail programs of all kinds: «өтінім» and «заявка». */
const fileNames = { kk: 'jastar-belgisi-otinim', ru: 'jastar-belgisi-zayavka' } as const;

/** May somebody with these roles work on this centre's application? */
export async function mayApply(birge: Birge, roles: readonly Role[], organisation: number): Promise<boolean> {
  const centre = await readCentre(birge.store, organisation);
  return centre !== null && may(roles, 'work-on-label', placeOfCentre(centre));
}

/** A sent application by its submission; undefined: there is none of this number, or not for somebody with these roles. */
export async function readApplication(birge: Birge, roles: readonly Role[], id: number): Promise<Sent | undefined> {
  const submission = await readSubmission(birge.store, id);
  if (submission?.form !== applicationForm || submission.about?.kind !== 'organisation') return undefined;
  const { submittedAt, about, answers } = submission;
  if (submittedAt === null || !(await mayApply(birge, roles, about.id))) return undefined;
  const { timeZone } = birge;
  return { centre: about.id, on: today({ now: () => new Date(submittedAt), timeZone }), answers };
}

/** The application as a file that can go by e-mail as it is; what is said with it is in `language`. */
export async function applicationFile(birge: Birge, { answers, on }: Sent, language: Language): Promise<Enclosure> {
  const say = birge.say(language);
  const application = applicationOf(answers);
  const { address, mark } = birge.label.application;
  return {
    as: 'document',
    bytes: await applicationDocument(application),
    name: `${fileNames[application.language]}-${on}.docx`,
    caption: say('jb-app-caption', { name: application.coverPage.name, address, mark }),
    buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
  };
}

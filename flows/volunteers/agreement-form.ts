import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { carry } from '../../src/forms/index.ts';
import type { Value } from '../../src/forms/index.ts';
import { agreementForm, bringAgreement } from '../../src/outbox/letters/agreement-document.ts';
import { usualNotice } from '../../src/rules/notice.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { eraseSubmission, readSubmission } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { makeAgreement, readAgreement } from '../../src/store/volunteers/agreements.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { enrolmentAt } from '../../src/volunteers/enrolment-at.ts';
import { openForm } from '../questionnaire.ts';
import { home } from './right.ts';

/** Opens the form of the agreement: what was begun goes on, a new one begins with what is known. The caller has asked whose it is. */
export async function fillInAgreement(birge: Birge, ctx: OuterCtx, enrolment: Enrolment): Promise<void> {
  const answers = await beginning(birge, enrolment);
  await openForm(birge, ctx, agreementForm, { kind: 'project', id: enrolment.project }, true, { answers });
}

/** The answers of the agreement that stands unsigned; for the first one, what the questionnaire says of the person. */
async function beginning(birge: Birge, { agreement, questionnaire, name }: Enrolment): Promise<Record<string, Value>> {
  const form = birge.forms.get(agreementForm);
  const made = agreement && (await readAgreement(birge.store, agreement.id));
  const before = await answersOf(birge, made?.submission ?? null);
  if (form && made) return carry(form, before, { today: today(birge) }).kept;
  const asked = await answersOf(birge, questionnaire);
  const known = { full_name: asked['full_name'] ?? name, phone: asked['phone'], email: asked['email'] };
  return Object.fromEntries(
    Object.entries(known).filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== ''),
  );
}

/** What a sent form says, by question. */
async function answersOf({ store }: Birge, id: number | null): Promise<Record<string, Value>> {
  const submission = id === null ? null : await readSubmission(store, id);
  const said = Object.entries(submission?.answers ?? {}).filter(([, { complete }]) => complete);
  // What is stored has been an answer of the forms engine.
  return Object.fromEntries(said.map(([question, { value }]) => [question, value as Value]));
}

/** Days of notice that the answers say: two weeks unless agreed otherwise (annex 2, item 3.10). */
export function noticeDaysOf({ answers }: Pick<Submission, 'answers'>): number {
  const days = answers['notice_days']?.value;
  return answers['notice']?.value === 'other' && typeof days === 'number' ? days : usualNotice;
}

/** What follows the sending of the form: the agreement, of which coordinators hear, and its document, which the outbox brings. */
export async function agreementFilled(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const project = submission.about?.kind === 'project' ? submission.about.id : 0;
  const person = talk.person?.id ?? 0;
  const enrolment = await enrolmentAt(birge.store, { person, project }, today(birge));
  // Left, or signed from the other device, while the form was being filled in.
  if (enrolment === undefined) {
    // What was written comes to nothing: it is not kept, the card's number least of all.
    await eraseSubmission(birge.store, submission.id, birge.now());
    return { text: say('vol-agr-over'), buttons: [home(birge, talk), menu] };
  }
  const toAgreement = [{ text: say('vol-agr-back'), data: `vol:agr:${enrolment.id}` }];
  const stands = enrolment.agreement && (await readAgreement(birge.store, enrolment.agreement.id));
  if (stands && stands.signedOn !== null && stands.submission !== submission.id) {
    await eraseSubmission(birge.store, submission.id, birge.now());
    return { text: say('vol-agr-signed-meanwhile'), buttons: [toAgreement, menu] };
  }
  const made = { submission: submission.id, noticeDays: noticeDaysOf(submission) };
  const id = await makeAgreement(birge.store, made, birge.now());
  await bringAgreement(birge, { person, chat: talk.chat }, id);
  return {
    text: say('vol-agr-ready'),
    buttons: [
      [{ text: say('vol-agr-file'), data: `vol:agr:file:${enrolment.id}` }],
      [{ text: say('vol-agr-to-project'), data: `vol:e:${enrolment.id}` }],
      menu,
    ],
  };
}

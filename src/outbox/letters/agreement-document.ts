import type { Birge } from '../../context.ts';
import { today } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { agreementDocument } from '../../documents/agreement.ts';
import type { Agreement as Document } from '../../documents/agreement.ts';
import { questionOf, shown } from '../../forms/index.ts';
import type { Value } from '../../forms/index.ts';
import { adult } from '../../people/standing.ts';
import { ageOn } from '../../rules/dates.ts';
import type { Enclosure } from '../../screens/put-file.ts';
import { enqueue, priorities } from '../../store/outbox.ts';
import { readSubmission } from '../../store/submissions.ts';
import type { Submission } from '../../store/submissions.ts';
import type { Language } from '../../store/talks.ts';
import { readAgreement } from '../../store/volunteers/agreements.ts';
import type { Agreement } from '../../store/volunteers/agreements.ts';
import { readEnrolment } from '../../store/volunteers/enrolments.ts';
import type { Enrolment } from '../../store/volunteers/enrolments.ts';
import { enrolmentAt } from '../../volunteers/enrolment-at.ts';
import type { LetterKind } from '../letter.ts';

const kind = 'agreement-document';

/** The form whose answers stand in an agreement; its questions are read here by their ids. */
export const agreementForm = 'volunteer-agreement';

/** Brings a volunteer the agreement that they have just made; not if it gave way to a newer one, or they have left. */
export const agreementFileLetter: LetterKind = {
  async write(birge, { person, payload, language }) {
    const agreement = await readAgreement(birge.store, Number(payload['agreement']));
    if (agreement === null || agreement.person !== person) return undefined;
    const enrolment = await enrolmentAt(birge.store, agreement, today(birge));
    const file = enrolment && (await agreementFile(birge, enrolment.id, language));
    const say = birge.say(language);
    const buttons = enrolment && [
      [{ text: say('vol-agr-to-project'), data: `vol:e:${enrolment.id}` }],
      [{ text: say('menu-button'), data: 'go:menu' }],
    ];
    return file && buttons && { file: { ...file, caption: `${file.caption}\n${say('vol-agr-print')}`, buttons } };
  },
};

/** Has the document brought to the chat in which its form was sent; asked for twice, it comes once. */
export async function bringAgreement(
  birge: Birge,
  to: { person: number; chat: number },
  agreement: number,
): Promise<void> {
  const order = { to, kind, key: String(agreement), payload: { agreement }, priority: priorities.reply };
  await enqueue(birge.store, [{ ...order, due: birge.now() }], birge.now());
}

/**
 * The agreement of an enrolment as a file to print, made anew from its answers: no file of it is kept. Undefined: there is none.
 * What is said with it is in `language`, the document in the language that was chosen for it.
 */
export async function agreementFile(
  birge: Birge,
  id: number,
  language: Language,
): Promise<(Enclosure & { caption: string }) | undefined> {
  const enrolment = await readEnrolment(birge.store, id);
  const agreement = enrolment?.agreement && (await readAgreement(birge.store, enrolment.agreement.id));
  const submission = agreement && (await readSubmission(birge.store, agreement.submission));
  if (!enrolment || !agreement || !submission) return undefined;
  const document = documentOf(birge, enrolment, agreement, submission);
  return {
    about: submission.id,
    tellsOf: [enrolment.person],
    as: 'document',
    bytes: await agreementDocument(document),
    // Latin letters, for programs of all kinds, and nothing that says whose it is.
    name: `agreement-${agreement.id}.docx`,
    caption: birge.say(language)('vol-agr-caption', { project: inWords(enrolment.projectName, language) }),
  };
}

function documentOf(
  birge: Birge,
  enrolment: Enrolment,
  agreement: Agreement,
  { answers, project }: Submission,
): Document {
  const value = (question: string) => answers[question]?.value;
  const text = (question: string): string => {
    const said = value(question);
    return typeof said === 'string' ? said : '';
  };
  const language = languageIn(text('language'));
  const day = today(birge);
  const form = birge.forms.get(agreementForm);
  // What is stored has been an answer of the forms engine; options are said in the document's language.
  const said = (question: string): string => {
    const asked = form && questionOf(form, question);
    return (asked && shown(asked, value(question) as Value | undefined, language, { today: day })) ?? '';
  };
  const card = value('card_known') === true && text('id_card') !== '';
  return {
    language,
    organisation: inWords(enrolment.organisationName, language),
    project: inWords(enrolment.projectName, language),
    place: project ? inWords(project.place, language) : '',
    signedOn: agreement.signedOn,
    volunteer: {
      name: text('full_name'),
      card: card ? { number: text('id_card'), issuedOn: text('card_issued'), issuer: said('card_issuer') } : null,
      address: text('address'),
      phone: said('phone'),
      email: text('email'),
      minor: enrolment.bornOn !== null && ageOn(enrolment.bornOn, agreement.signedOn ?? day) < adult,
    },
    hoursAWeek: Number(value('hours')),
    weekdays: said('weekdays').replaceAll('; ', ', '),
    time: text('time'),
    expenses: said('expenses'),
    noticeDays: agreement.noticeDays,
  };
}

const languageIn = (written: string): Document['language'] => (written === 'ru' || written === 'en' ? written : 'kk');

import type { Day } from '../rules/dates.ts';
import { dayInWords } from '../rules/dates.ts';
import { wordsEn } from './agreement-en.ts';
import { wordsKk } from './agreement-kk.ts';
import { wordsRu } from './agreement-ru.ts';
import type { AgreementWords } from './agreement-words.ts';
import { docxFile } from './docx-file.ts';
import { centred, heading, labelled, said, together } from './docx-paragraphs.ts';
import type { Paragraph } from './docx-paragraphs.ts';
import { plainLine } from './docx-text.ts';

/**
 * What an organisation and a volunteer agree on (source: volunteering-manual-birgemiz-bilim, stage III and annex 2). Texts are
 * in the language of the document.
 */
export interface Agreement {
  language: 'kk' | 'ru' | 'en';
  organisation: string;
  project: string;
  /** Where the project is; empty: a line to fill in by hand. */
  place: string;
  /** Null: not signed yet, a line to fill in by hand. */
  signedOn: Day | null;
  volunteer: {
    name: string;
    /** Null: lines to fill in by hand. */
    card: { number: string; issuedOn: Day; issuer: string } | null;
    address: string;
    phone: string;
    /** Empty: left out. */
    email: string;
    /** Under 18: a parent or legal representative signs, too. Ours. */
    minor: boolean;
  };
  hoursAWeek: number;
  /** «Дүйсенбі, Сәрсенбі» */
  weekdays: string;
  /** Time of day in the volunteer's words; empty: left out. */
  time: string;
  expenses: string;
  /** Days between giving notice and leaving (item 3.10). */
  noticeDays: number;
}

const wordsIn: Readonly<Record<Agreement['language'], AgreementWords>> = { kk: wordsKk, ru: wordsRu, en: wordsEn };

/** A line to write on by hand. */
const line = '_'.repeat(40);

/** The agreement as a `.docx` to print and sign. Its items have the numbers of annex 2; what section 7 has is fixed by stage III. */
export function agreementDocument(agreement: Agreement): Promise<Uint8Array> {
  const our = wordsIn[agreement.language];
  const { organisation, project, volunteer } = agreement;
  const name = plainLine(volunteer.name);
  return docxFile({
    language: agreement.language,
    title: `${our.title}: ${name}`,
    parts: [
      [
        { ...centred(our.title.toLocaleUpperCase(agreement.language), { bold: true }), keepNext: true },
        ...labelled(our.place, agreement.place.trim() === '' ? line : plainLine(agreement.place)),
        ...labelled(
          our.date,
          agreement.signedOn === null ? our.dateLine : dayInWords(agreement.signedOn, agreement.language),
        ),
        said(our.parties({ organisation: plainLine(organisation), project: plainLine(project), volunteer: name })),
        ...dataParagraphs(agreement, our),
        heading(our.subjectTitle),
        said(our.subject(plainLine(project))),
        ...section(1, our.organisationDuties),
        ...section(2, our.organisationRights),
        ...section(3, {
          ...our.volunteerDuties,
          items: [...our.volunteerDuties.items, our.notice(agreement.noticeDays)],
        }),
        ...section(4, our.volunteerRights),
        ...section(5, our.term),
        ...section(6, our.reports),
        ...section(7, { title: our.work.title, items: workItems(agreement, our) }),
        heading(our.signatures),
        ...together(signatureParagraphs(agreement, our)),
      ],
    ],
  });
}

function dataParagraphs({ language, volunteer }: Agreement, our: AgreementWords): Paragraph[] {
  const { card } = volunteer;
  return [
    heading(our.volunteer),
    ...labelled(our.name, plainLine(volunteer.name)),
    ...labelled(our.card, card === null ? line : `№ ${plainLine(card.number)}`),
    ...labelled(our.issued, card === null ? line : `${dayInWords(card.issuedOn, language)}, ${plainLine(card.issuer)}`),
    ...labelled(our.address, plainLine(volunteer.address)),
    ...labelled(our.phone, plainLine(volunteer.phone)),
    ...labelled(our.email, plainLine(volunteer.email)),
  ];
}

/** A heading and its items, each a paragraph that begins with its number: `1.8. …`. */
const section = (number: number, { title, items }: { title: string; items: readonly string[] }): Paragraph[] => [
  heading(`${number}. ${title}`),
  ...items.map((item, index) => said(`${number}.${index + 1}. ${item}`)),
];

function workItems({ hoursAWeek, weekdays, time, expenses }: Agreement, our: AgreementWords): string[] {
  const { work } = our;
  return [
    `${work.hours}: ${hoursAWeek}.`,
    `${work.weekdays}: ${plainLine(weekdays)}.`,
    ...(time.trim() === '' ? [] : [`${work.time}: ${plainLine(time)}.`]),
    `${work.expenses}: ${plainLine(expenses)}.`,
  ];
}

function signatureParagraphs({ organisation, volunteer }: Agreement, our: AgreementWords): Paragraph[] {
  return [
    said(`${our.forOrganisation(plainLine(organisation))}:`),
    { ...said(`${line} (${our.nameAndSignature})`), after: 12 },
    said(`${our.volunteer}: ${plainLine(volunteer.name)}`),
    { ...said(`${line} (${our.signature})`), after: 12 },
    ...(volunteer.minor ? [said(`${our.parent}:`), said(`${line} (${our.nameAndSignature})`)] : []),
  ];
}

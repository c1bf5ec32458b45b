import { dayInWords } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { drawCertificate } from './certificate-page.ts';
import type { Piece } from './certificate-page.ts';
import { counted, quoted, words } from './certificate-words.ts';

/** What a certificate says. Texts stand as people wrote them; signs that the font lacks (emoji) are left out. */
export interface Certificate {
  language: 'kk' | 'ru' | 'en';
  name: string;
  project: string;
  organisation: string;
  /** First and last day. */
  from: Day;
  until: Day;
  /** Confirmed hours and deeds of these days. */
  hours: number;
  deeds: number;
  /** Who gives it; null: erased. */
  coordinator: string | null;
  issuedOn: Day;
  number: string;
  /** Where it is checked, and the squares of the code that leads there: rows of dark (true) and light ones. */
  address: string;
  code: readonly (readonly boolean[])[];
}

/**
 * The certificate as a PDF of one page: A4, lying, letters of Tinos inside of the file. The same certificate gives the same
 * bytes.
 */
export function certificateDocument(certificate: Certificate): Promise<Uint8Array> {
  const { language, issuedOn, code } = certificate;
  return drawCertificate({
    language,
    // The name of its owner stands on the paper only, not where programs list files.
    title: words[language].fileTitle,
    madeOn: issuedOn,
    main: mainPieces(certificate),
    left: leftPieces(certificate),
    right: rightPieces(certificate),
    code,
  });
}

function mainPieces(certificate: Certificate): Piece[] {
  const { language, name, project, organisation, hours, deeds, from, until } = certificate;
  const our = words[language];
  const work = our.confirmed(counted(hours, our.hours, language), counted(deeds, our.deeds, language));
  const days = [...new Set([from, until])];
  const period = days.map((day) => dayInWords(day, language)).join(' – ');
  const ink = { face: 'regular', colour: 'ink' } as const;
  return [
    { ...ink, text: organisation, colour: 'quiet', largest: 14, smallest: 9, lines: 2, after: 14 },
    {
      text: our.title.toLocaleUpperCase(language),
      face: 'bold',
      colour: 'gold',
      largest: 42,
      smallest: 42,
      lines: 1,
      after: 14,
    },
    { text: name, face: 'bold', colour: 'teal', largest: 34, smallest: 10, lines: 2, after: 8 },
    { ...ink, text: our.volunteerOf(quoted(project, language)), largest: 18, smallest: 11, lines: 3, after: 18 },
    { ...ink, text: work, face: 'bold', largest: 18, smallest: 12, lines: 1, after: 4 },
    { ...ink, text: period, largest: 14, smallest: 12, lines: 1, after: 18 },
    { ...ink, text: our.thanks, largest: 14, smallest: 11, lines: 2, after: 0 },
  ];
}

/** Who gives it, and when; the line above is for a signature. */
function leftPieces({ language, coordinator, issuedOn }: Certificate): Piece[] {
  const our = words[language];
  const quiet = { face: 'regular', colour: 'quiet', largest: 10, smallest: 10, lines: 1, after: 1 } as const;
  const said = { face: 'regular', colour: 'ink', largest: 12, smallest: 8, lines: 3, after: 6 } as const;
  return [
    { ...quiet, text: our.coordinator },
    ...(coordinator === null ? [] : [{ ...said, text: coordinator }]),
    { ...quiet, text: our.issued },
    { ...said, text: dayInWords(issuedOn, language) },
  ];
}

function rightPieces({ language, number, address }: Certificate): Piece[] {
  const small = { face: 'regular', colour: 'ink', largest: 9, smallest: 7, lines: 3, after: 0 } as const;
  return [
    { ...small, text: `№ ${number}`, face: 'bold', largest: 11, smallest: 8, lines: 1, after: 6 },
    { ...small, text: `${words[language].check}:`, colour: 'quiet', largest: 10, after: 1 },
    { ...small, text: address },
  ];
}

import { dayInWords, moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { counted, quoted, words as nouns } from './certificate-words.ts';
import { docxFile } from './docx-file.ts';
import { centred, labelled, type Paragraph, said, together, written } from './docx-paragraphs.ts';
import { plainLine, plainLines } from './docx-text.ts';
import { qualities, skills, words } from './recommendation-words.ts';

/** An answer by its code, or somebody's own words. */
export type Chosen = string | { other: string };

/**
 * What a recommendation letter says (source: volunteering-manual-birgemiz-bilim, annex 2, items 1.12 and 4.2): kind, quality
 * and amount of the work, skills and length of service. Texts stand as people wrote them; an empty one leaves out its line.
 */
export interface Recommendation {
  language: 'kk' | 'ru' | 'en';
  name: string;
  project: string;
  organisation: string;
  /** First and last day as a volunteer; the last one is that of the letter while it goes on. */
  service: { from: Day; until: Day };
  /** Confirmed hours and deeds, and people who were helped; 0 people: nobody counted them. */
  hours: number;
  deeds: number;
  people: number;
  /** A kind of work a line. */
  work: string;
  quality: Chosen;
  skills: readonly Chosen[];
  ownWords: string;
  signer: { name: string; position: string };
  issuedOn: Day;
}

/** The letter as a `.docx` of one page, ready to be printed and signed. */
export function recommendationDocument(letter: Recommendation): Promise<Uint8Array> {
  return docxFile({
    language: letter.language,
    // The name of its owner stands in the letter only, not where programs list files.
    title: words[letter.language].title,
    parts: [paragraphs(letter)],
  });
}

function paragraphs(letter: Recommendation): Paragraph[] {
  const { language, organisation, project, issuedOn, hours, deeds, people, service, signer } = letter;
  const our = words[language];
  const noun = nouns[language];
  const amount = `${counted(hours, noun.hours, language)}, ${counted(deeds, noun.deeds, language)}`;
  const days = [...new Set([service.from, service.until])];
  const period = days.map((day) => dayInWords(day, language)).join(' – ');
  return [
    centred(organisation),
    { ...centred(our.title.toLocaleUpperCase(language), { bold: true, before: 24 }), after: 18, keepNext: true },
    { ...said(dayInWords(issuedOn, language)), after: 12 },
    said(our.opening(plainLine(letter.name), quoted(plainLine(project), language))),
    ...labelled(our.service, `${lengthOf(service, language)} (${period})`),
    ...labelled(our.amount, amount),
    ...(people > 0 ? labelled(our.people, new Intl.NumberFormat(language).format(people)) : []),
    ...listed(our.work, letter.work),
    ...labelled(our.quality, sentenceOf(letter.quality, qualities, language)),
    ...labelled(our.skills, letter.skills.map((skill) => sentenceOf(skill, skills, language)).join(', ')),
    ...written(letter.ownWords),
    { ...said(our.closing), after: 18 },
    ...together([
      said(our.regards),
      ...written(signer.position),
      ...written(organisation),
      { ...said(`${our.signature}: ____________________   ${plainLine(signer.name)}`), before: 18 },
    ]),
  ];
}

/** One line beside its label; several ones below it. */
function listed(label: string, text: string): Paragraph[] {
  const lines = plainLines(text);
  if (lines.length < 2) return labelled(label, text);
  return together([
    { ...said(''), runs: [{ text: `${label}:`, bold: true }] },
    ...written(lines.map((line) => `– ${line.replace(/^[-–—•*] */, '')}`).join('\n')),
  ]);
}

/** A chosen answer in the letter's words; a code that nobody knows any more says nothing. */
const sentenceOf = (
  chosen: Chosen,
  known: Readonly<Record<string, Record<Recommendation['language'], string>>>,
  language: Recommendation['language'],
): string => (typeof chosen === 'string' ? (known[chosen]?.[language] ?? '') : chosen.other);

/** «1 жыл 3 ай»; below a month in days. Both days count. */
function lengthOf({ from, until }: Recommendation['service'], language: Recommendation['language']): string {
  const our = words[language];
  const after = moveDay(until, { days: 1 });
  let months = 0;
  while (moveDay(from, { months: months + 1 }) <= after) months += 1;
  if (months === 0) return counted(Math.max(1, daysBetween(from, after)), our.days, language);
  const parts = [counted(Math.floor(months / 12), our.years, language), counted(months % 12, our.months, language)];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ');
}

const daysBetween = (from: Day, until: Day): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

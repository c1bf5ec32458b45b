import { words } from './application-words.ts';
import { docxFile } from './docx-file.ts';
import { centred, heading, labelled, type Paragraph, said, together, written } from './docx-paragraphs.ts';
import { plainLine } from './docx-text.ts';
import { type Length, pagesOf } from './pages/pages.ts';

/** A project as the letter tells of it; the period in the centre's own words («2026 жылғы наурыз – қараша»). */
export interface Project {
  name: string;
  period: string;
  beneficiaries: string;
  /** Of a current project: what has been reached so far. */
  results: string;
}

/**
 * What a youth centre sends to take part in the programme of the quality label (source: jastar-belgisi, items 15–17).
 * Texts stand as people wrote them; their lines become paragraphs. An empty one leaves out its heading.
 */
export interface Application {
  /** The programme takes these two. */
  language: 'kk' | 'ru';
  coverPage: {
    name: string;
    legalStatus: string;
    contactPerson: string;
    email: string;
    phone: string;
    address: string;
  };
  letter: {
    mission: string;
    targetGroup: string;
    strategy: string;
    projects: Project[];
    /** Finished within the last three years. */
    finished: Project[];
  };
}

/** The application as a `.docx`: a cover page, then the letter, in the page format that is asked for. */
export function applicationDocument(application: Application): Promise<Uint8Array> {
  const { language, coverPage } = application;
  return docxFile({
    language,
    title: `${words[language].cover}: ${plainLine(coverPage.name)}`,
    parts: [coverParagraphs(application), letterParagraphs(application)],
  });
}

/** How long the letter is without the cover page, which the limit does not count. See `verdict` for what to say of it. */
export function letterLength(application: Application): Promise<Length> {
  return pagesOf(letterParagraphs(application));
}

function coverParagraphs({ language, coverPage }: Application): Paragraph[] {
  const our = words[language];
  const fields = ['name', 'legalStatus', 'contactPerson', 'email', 'phone', 'address'] as const;
  return [
    centred(our.cover.toLocaleUpperCase(language), { bold: true, before: 140 }),
    { ...centred(our.purpose), after: 60 },
    ...fields.flatMap((field) => labelled(our[field], plainLine(coverPage[field]))),
  ];
}

function letterParagraphs({ language, coverPage, letter }: Application): Paragraph[] {
  const our = words[language];
  const name = plainLine(coverPage.name);
  const part = (of: 'mission' | 'targetGroup' | 'strategy') => headed(our[of], written(letter[of]));
  return [
    { ...centred(our.letter, { bold: true }), keepNext: true },
    said(our.greeting),
    said(our.opening(name)),
    ...part('mission'),
    ...part('targetGroup'),
    ...part('strategy'),
    ...headed(our.projects, projectParagraphs(letter.projects, our, our.resultsSoFar, our.noProjects)),
    ...headed(our.finished, projectParagraphs(letter.finished, our, our.results, our.noFinished)),
    said(our.closing),
    ...together([said(our.regards), said(name), said(coverPage.contactPerson)]),
  ];
}

const headed = (title: string, paragraphs: Paragraph[]): Paragraph[] =>
  paragraphs.length === 0 ? [] : [heading(title), ...paragraphs];

function projectParagraphs(
  projects: readonly Project[],
  our: (typeof words)['kk' | 'ru'],
  results: string,
  none: string,
): Paragraph[] {
  if (projects.length === 0) return [said(none)];
  return projects.flatMap((project, index) => [
    { ...heading(`${index + 1}. ${project.name}`, 2), after: 0 },
    ...tight([
      ...labelled(our.period, project.period),
      ...labelled(our.beneficiaries, project.beneficiaries),
      ...labelled(results, project.results),
    ]),
  ]);
}

/** Little room between, but free to go on on the next page. */
const tight = (paragraphs: Paragraph[]): Paragraph[] =>
  paragraphs.map((paragraph, index) => (index === paragraphs.length - 1 ? paragraph : { ...paragraph, after: 0 }));

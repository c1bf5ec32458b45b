import { readContentFile } from '../content-file.ts';
import { wordIssues } from '../forms/broken.ts';
import type { Words } from '../forms/words.ts';
import type { CentreKind } from '../rules/label-codes.ts';
import type { WrittenCriterion, WrittenIndicator } from './criteria-shape.ts';
import { instrumentMistakes } from './mistakes.ts';
import { instrumentShape } from './shape.ts';
import type { Written } from './shape.ts';
import { inEach } from './wording.ts';

/** The instrument of the quality label with everything around it: what to ask, levels, stages, application. */
export type Instrument = Readonly<Written>;

/** An indicator as one kind of centre sees it: all numbers filled in. */
export interface Indicator {
  /** Its number in the document, 1–48. */
  number: number;
  criterion: number;
  /** A few words for lists, at most 45 characters. */
  short: Words;
  text: Words;
  /** What the editions of the document say differently, where they do. */
  note: Words | null;
}

export interface Criterion {
  /** Its number in the document, 1–8. */
  number: number;
  /** A word or two for pictures, at most 30 characters. */
  short: Words;
  title: Words;
  indicators: readonly Indicator[];
}

/**
 * Reads and checks `jastar-belgisi.yaml`. Throws one `BrokenContent`, as all content that is read by
 * `readContentFile`, that lists every mistake of the file, a line each: file, place, value, fix.
 */
export function loadInstrument(file: string): Instrument {
  const written = readContentFile(file, (raw, problems) => {
    const read = instrumentShape.safeParse(raw);
    const known = Object.keys(instrumentShape.shape);
    problems.push(...(read.success ? instrumentMistakes(read.data) : wordIssues(read.error.issues, raw, known)));
    return read.data;
  });
  // What has no shape has problems, and was refused with them.
  if (written === undefined) throw new Error(`${file}: nothing was read, and nothing is wrong`);
  return written;
}

/** The criteria that a centre of this kind answers, in the document's order. */
export const criteriaFor = (instrument: Instrument, kind: CentreKind): Criterion[] =>
  instrument.criteria
    .filter((criterion) => appliesTo(criterion, kind))
    .map((criterion) => ({
      number: criterion.number,
      short: criterion.short,
      title: criterion.title,
      indicators: criterion.indicators.map((indicator) => forKind(instrument, criterion, indicator, kind)),
    }));

/** The indicators that a centre of this kind answers, in the document's order: 48 for regional centres, 44 for others. */
export const indicatorsFor = (instrument: Instrument, kind: CentreKind): Indicator[] =>
  criteriaFor(instrument, kind).flatMap(({ indicators }) => indicators);

const appliesTo = ({ only }: WrittenCriterion, kind: CentreKind): boolean => only === undefined || only.includes(kind);

function forKind(
  { editions }: Instrument,
  criterion: WrittenCriterion,
  { number, short, text, values, edition }: WrittenIndicator,
  kind: CentreKind,
): Indicator {
  const numbers = Object.entries(values ?? {}).map(
    ([name, value]) => [name, inEach(() => String(value[kind]))] as const,
  );
  const known: Fills = Object.fromEntries(numbers);
  if (edition === undefined)
    return { number, criterion: criterion.number, short, text: filled(text, known), note: null };
  const used = edition[edition.use];
  return {
    number,
    criterion: criterion.number,
    short,
    text: filled(text, { ...known, edition: used }),
    note: filled(editions.note, { kk: edition.kk, ru: edition.ru, used }),
  };
}

/** What stands for each name in braces, in all languages. */
type Fills = Readonly<Record<string, Words>>;

/** The text with the names in braces filled in; content is refused where a name has no value. */
const filled = (text: Words, fills: Fills): Words =>
  inEach((language) =>
    text[language].replace(/\{([^}]*)\}/g, (whole, name: string) => fills[name]?.[language] ?? whole),
  );

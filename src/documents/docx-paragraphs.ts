import { plainLine, plainLines } from './docx-text.ts';

/** A paragraph as the file holds it and as the page estimate measures it: both are made from the same. */
export interface Paragraph {
  kind: 'paragraph';
  /** Cleaned texts, one after the other on the same lines. */
  runs: { text: string; bold: boolean }[];
  centred: boolean;
  /** Empty room above (only before the first paragraph of a page of its own) and below, in points. */
  before: number;
  after: number;
  /** Never the last on its page: the next paragraph follows on the same one. */
  keepNext: boolean;
  /** Level of a heading, for the outline of the document; undefined for text. */
  heading?: 1 | 2;
  /** Was it written by people? The rest is ours and cannot be shortened by them. */
  written: boolean;
}

const usual = { kind: 'paragraph', centred: false, before: 0, after: 6, keepNext: false, written: false } as const;

/** A heading: bold, in the size of the text, and never left alone at the end of a page. */
export function heading(text: string, level: 1 | 2 = 1): Paragraph {
  return { ...usual, runs: [{ text: plainLine(text), bold: true }], keepNext: true, heading: level };
}

/** A line in the middle of a title page; `before` is empty room above it, in points. */
export function centred(text: string, { bold = false, before = 0 } = {}): Paragraph {
  return { ...usual, runs: [{ text: plainLine(text), bold }], centred: true, before };
}

/** Words of ours. */
export function said(text: string): Paragraph {
  return { ...usual, runs: [{ text: plainLine(text), bold: false }] };
}

/** What people wrote: a paragraph per line, none when there is nothing. */
export function written(text: string): Paragraph[] {
  return plainLines(text).map((line) => ({ ...usual, runs: [{ text: line, bold: false }], written: true }));
}

/** "Label: what people wrote", the label in bold; further lines follow as paragraphs. Nothing when nothing was written. */
export function labelled(label: string, text: string): Paragraph[] {
  const [first, ...rest] = written(text);
  if (!first) return [];
  return [{ ...first, runs: [{ text: `${plainLine(label)}: `, bold: true }, ...first.runs] }, ...rest];
}

/** Paragraphs that belong together: little room between them, and none is parted from the next. */
export function together(paragraphs: Paragraph[]): Paragraph[] {
  const last = paragraphs.length - 1;
  return paragraphs.map((paragraph, index) =>
    index === last ? paragraph : { ...paragraph, after: 0, keepNext: true },
  );
}

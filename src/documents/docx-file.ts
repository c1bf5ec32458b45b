import type { IParagraphOptions } from 'docx';
import { page } from './docx-page.ts';
import type { Paragraph } from './docx-paragraphs.ts';
import type { Picture } from './docx-picture.ts';

/** A text document: each of its parts begins on a page of its own. */
export interface TextDocument {
  language: 'kk' | 'ru' | 'en';
  /** The file's own title, shown by programs that list files. */
  title: string;
  parts: (Paragraph | Picture)[][];
}

const locales = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

/** Points to twentieths of a point, and to the pixels in which the package counts pictures. */
const twentieths = (points: number): number => Math.round(points * 20);
const pixels = (points: number): number => Math.round((points * 96) / 72);

/**
 * Makes a `.docx`: A4, margins of 2.5 cm, Times New Roman 12, single spacing. The package is loaded with the first
 * document.
 *
 * Lines begin at the left and end where they end: programs squeeze the spaces of justified lines each in its own way,
 * and the same letter would have another length in each.
 */
export async function docxFile({ language, title, parts }: TextDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const lettersOf = ({ runs }: Paragraph) => runs.map((run) => new docx.TextRun(run));
  const placed = ({ centred, before, after, keepNext, heading }: Omit<Paragraph, 'runs'>): IParagraphOptions => ({
    alignment: centred ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
    spacing: { line: 240, lineRule: docx.LineRuleType.AUTO, before: twentieths(before), after: twentieths(after) },
    keepNext,
    widowControl: true,
    ...(heading === undefined ? {} : { outlineLevel: heading - 1 }),
  });
  const imageOf = ({ png, width, height, description }: Picture) =>
    new docx.ImageRun({
      type: 'png',
      data: Buffer.from(png),
      transformation: { width: pixels(width), height: pixels(height) },
      altText: { name: 'picture', title: description, description },
    });
  const drawn = (piece: Paragraph | Picture) =>
    piece.kind === 'paragraph'
      ? new docx.Paragraph({ ...placed(piece), children: lettersOf(piece) })
      : new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [imageOf(piece)] });
  const { width, height, margin, font, fontSize } = page;
  const file = new docx.Document({
    title,
    creator: 'Birge',
    lastModifiedBy: 'Birge',
    styles: {
      default: { document: { run: { font, size: fontSize * 2, language: { value: locales[language] } } } },
    },
    sections: parts.map((pieces) => ({
      properties: {
        type: docx.SectionType.NEXT_PAGE,
        page: { size: { width, height }, margin: { top: margin, right: margin, bottom: margin, left: margin } },
      },
      children: pieces.map(drawn),
    })),
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}

/**
 * What somebody wrote, as one or more lines that a text document can hold. Signs that XML forbids or that turn the
 * reading direction go; spaces in a row become one; a line that is empty goes.
 *
 * @returns lines in Unicode's composed form (NFC), each trimmed; none for a text without letters
 */
export function plainLines(text: string): string[] {
  return text
    .toWellFormed()
    .normalize('NFC')
    .split(/\r\n?|[\n\u2028\u2029\v\f]/)
    .map((line) =>
      line
        // Tabs, ideographic and other wide spaces; a space that holds two words together stays as it is.
        .replaceAll(/[^\S\u00A0\u202F]+/g, ' ')
        // Controls, unassigned and private signs, what stands for a broken letter. Emoji are held together by joiners.
        .replaceAll(/(?![\u200C\u200D])[\p{C}\uFFFD]/gu, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** The same in one line: for names, titles and contacts. */
export const plainLine = (text: string): string => plainLines(text).join(' ');

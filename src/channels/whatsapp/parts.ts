/** Characters of one message: longer ones are folded away under "read more", and hard to quote. */
const longest = 3500;

/** Characters of a file's caption; what is longer follows as a message. */
export const longestCaption = 1000;

/**
 * The words and the options of a message as one or more messages; the options stand with the last words.
 * @param first characters of the first message, where it is a file's caption.
 */
export function inParts(text: string, options: string, first = longest): string[] {
  const whole = [text, options].filter((part) => part !== '').join('\n\n');
  if (whole.length <= first) return [whole];
  const parts = cut(text, first, longest);
  const last = parts.at(-1) ?? '';
  if (options === '') return parts;
  const room = parts.length === 1 ? first : longest;
  if (last.length + options.length + 2 <= room) return [...parts.slice(0, -1), `${last}\n\n${options}`];
  // Options alone would be read without their question: its last paragraphs go along.
  const from = Math.max(last.length - Math.max(longest - options.length - 2, 0), Math.floor(last.length / 2));
  const at = placeAfter(last, from);
  const tail = [last.slice(at).trim(), options].filter((part) => part !== '').join('\n\n');
  return [...parts.slice(0, -1), last.slice(0, at).trim(), tail].filter((part) => part !== '');
}

/** Cuts between paragraphs, else between lines, else between words; marks never reach over lines. */
function cut(text: string, first: number, then: number): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let room = first; rest.length > room; room = then) {
    const at = placeBefore(rest, room);
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}

const breaks = ['\n\n', '\n', ' '];

/** Where the part before ends, at most at `room`; in the second half, so that no part is a scrap. */
function placeBefore(text: string, room: number): number {
  for (const mark of breaks) {
    const at = text.lastIndexOf(mark, room);
    if (at >= room / 2) return at;
  }
  return wholeSign(text, room);
}

function placeAfter(text: string, from: number): number {
  for (const mark of breaks) {
    const at = text.indexOf(mark, from);
    if (at >= 0) return at;
  }
  return wholeSign(text, from);
}

/** Never between the two halves of one sign. */
const wholeSign = (text: string, at: number): number => (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at);

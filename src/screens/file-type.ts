/** Pictures that every messenger shows; others are offered as files. */
const shown: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Is a file of this type put into a chat as a picture, or offered as a document? */
export const shownAs = (mime: string): 'picture' | 'document' => (shown.includes(mime) ? 'picture' : 'document');

/**
 * The ending of a file's name by its type (`image/jpeg`: `jpg`), so that phones and computers know what opens it: what is kept
 * has no name of its own.
 */
export function endingOf(mime: string): string {
  return endings[mime] ?? /^(?:image|video|audio)\/(?:x-)?(\w+)/.exec(mime)?.[1] ?? 'bin';
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'audio/mpeg': 'mp3',
  'video/quicktime': 'mov',
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'application/zip': 'zip',
  'application/x-rar-compressed': 'rar',
  'application/msword': 'doc',
  // Old files of Word, Excel and PowerPoint look alike from outside; letters are the most frequent.
  'application/x-cfb': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

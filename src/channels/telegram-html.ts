/** The marks of Telegram's HTML subset that our own channels know; nothing else can be said in a message. */
export const marks = ['b', 'i', 'u', 's', 'code', 'pre', 'a', 'blockquote', 'spoiler'] as const;
export type Mark = (typeof marks)[number];

/** A piece of text: plain, or a mark around further pieces. */
export type TextPiece = string | { mark: Mark; href?: string | undefined; inside: TextPiece[] };

const markOfTag: Record<string, Mark> = {
  b: 'b',
  strong: 'b',
  i: 'i',
  em: 'i',
  u: 'u',
  ins: 'u',
  s: 's',
  strike: 's',
  del: 's',
  code: 'code',
  pre: 'pre',
  a: 'a',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
};

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

const tag = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?)*)\s*>/gi;

/**
 * Reads Telegram's HTML subset into pieces of text. Never fails: what is not one of its tags stays as the text it is,
 * an open tag ends with its parent, a link to anywhere but the web, mail or a phone keeps only its words.
 */
export function readTelegramHtml(html: string): TextPiece[] {
  const root: TextPiece[] = [];
  const open: { name: string; inside: TextPiece[] }[] = [{ name: '', inside: root }];
  let from = 0;
  for (const found of html.matchAll(tag)) {
    const [whole, slash, rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    const mark = Object.hasOwn(markOfTag, name) ? markOfTag[name] : undefined;
    if (!mark) continue;
    append(open, html.slice(from, found.index));
    from = found.index + whole.length;
    if (slash) close(open, name);
    else begin(open, name, mark, attributes);
  }
  append(open, html.slice(from));
  return root;
}

function begin(open: { name: string; inside: TextPiece[] }[], name: string, mark: Mark, attributes: string): void {
  const inside: TextPiece[] = [];
  const href = mark === 'a' ? safeLink(attribute(attributes, 'href')) : undefined;
  const parent = open.at(-1)?.inside;
  if (mark === 'a' && !href) open.push({ name, inside: parent ?? inside });
  else {
    parent?.push(href ? { mark, href, inside } : { mark, inside });
    open.push({ name, inside });
  }
}

/** Ends the nearest open tag of that name and what stands open in it; an end without a beginning is nothing. */
function close(open: { name: string }[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name);
  if (at > 0) open.length = at;
}

function append(open: { inside: TextPiece[] }[], raw: string): void {
  const inside = open.at(-1)?.inside;
  if (!inside || raw === '') return;
  const before = inside.at(-1);
  if (typeof before === 'string') inside[inside.length - 1] = before + decode(raw);
  else inside.push(decode(raw));
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decode(value);
}

/** The address in its normal form if a person may be led there (web, mail, phone), otherwise nothing. */
export function safeLink(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}

/** The words of a text without its marks. */
export function plainText(pieces: TextPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : plainText(piece.inside))).join('');
}

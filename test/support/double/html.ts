import type { MessageEntity } from 'grammy/types';
import { badRequest } from './refusal.ts';

/** Text without its tags, and where the tags stood (in UTF-16 units, as the Bot API counts). */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

type PlainType = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code' | 'blockquote';

const plainTags: Record<string, PlainType> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  blockquote: 'blockquote',
};
const otherTags = new Set(['a', 'pre', 'tg-emoji', 'tg-time']);

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The service knows four names and numbers; every other `&word;` stays as it is. */
function decode(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([\da-f]{1,6}));?/gi,
    (whole, name?: string, dec?: string, hex?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = dec === undefined ? Number.parseInt(hex ?? '0', 16) : Number(dec);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

interface OpenTag {
  name: string;
  start: number;
  attributes: Record<string, string>;
}

/** Reads Telegram's subset of HTML and refuses what the service refuses, with its words and byte offsets. */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;
  const refuse = (why: string) => badRequest(`can't parse entities: ${why}`);
  while (at < source.length) {
    const tagAt = source.indexOf('<', at);
    text += decode(source.slice(at, tagAt === -1 ? source.length : tagAt));
    if (tagAt === -1) break;
    const offset = Buffer.byteLength(source.slice(0, tagAt));
    if (source[tagAt + 1] === '/') {
      const last = open.at(-1);
      if (last === undefined) throw refuse(`Unexpected end tag at byte offset ${offset}`);
      const end = /^<\/([^\s>]*)\s*>/.exec(source.slice(tagAt));
      if (end === null) throw refuse(`Unclosed end tag at byte offset ${offset}`);
      const name = (end[1] ?? '').toLowerCase();
      if (name !== '' && name !== last.name) {
        throw refuse(`Unmatched end tag at byte offset ${offset}, expected "</${last.name}>", found "</${name}>"`);
      }
      open.pop();
      const entity = entityOf(last, text);
      if (entity !== undefined) entities.push(entity);
      at = tagAt + end[0].length;
    } else {
      const start = /^<([^\s>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/.exec(source.slice(tagAt));
      const name = (/^<([^\s>]*)[\s>]/.exec(source.slice(tagAt))?.[1] ?? '').toLowerCase();
      if (start === null && name === '' && !/^<\s/.test(source.slice(tagAt))) {
        throw refuse(`Unclosed start tag at byte offset ${offset}`);
      }
      if (plainTags[name] === undefined && !otherTags.has(name)) {
        throw refuse(`Unsupported start tag "${name}" at byte offset ${offset}`);
      }
      if (start === null) throw refuse(`Unclosed start tag "${name}" at byte offset ${offset}`);
      const attributes = readAttributes(start[2] ?? '');
      if (name === 'span' && attributes['class'] !== 'tg-spoiler') {
        throw refuse(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
      }
      open.push({ name, start: text.length, attributes });
      at = tagAt + start[0].length;
    }
  }
  const left = open.at(-1);
  if (left !== undefined) throw refuse(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single, bare] of source.matchAll(
    /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?/g,
  )) {
    attributes[(name ?? '').toLowerCase()] = decode(double ?? single ?? bare ?? '');
  }
  return attributes;
}

/** The entity that a closed tag leaves; none for an empty one and for a link that the service would not make. */
function entityOf(tag: OpenTag, text: string): MessageEntity | undefined {
  const place = { offset: tag.start, length: text.length - tag.start };
  if (place.length === 0) return undefined;
  if (tag.name === 'a') {
    const url = tag.attributes['href'] ?? text.slice(tag.start);
    return isLink(url) ? { type: 'text_link', url, ...place } : undefined;
  }
  if (tag.name === 'pre') return { type: 'pre', ...place };
  if (tag.name === 'tg-emoji') {
    const emoji = tag.attributes['emoji-id'] ?? '';
    if (!/^[1-9]\d*$/.test(emoji)) throw badRequest("can't parse entities: Invalid custom emoji identifier specified");
    return { type: 'custom_emoji', custom_emoji_id: emoji, ...place };
  }
  const type = plainTags[tag.name];
  if (type === undefined) return undefined;
  if (type === 'blockquote' && 'expandable' in tag.attributes) return { type: 'expandable_blockquote', ...place };
  return { type, ...place };
}

/** Links lead to a host with a dot: the service makes none to `localhost`. */
export function isLink(url: string): boolean {
  if (/^(tg|ton|tonsite):/i.test(url)) return true;
  if (/\s/.test(url)) return false;
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(full)) return false;
  const parsed = new URL(full);
  return /^https?:$/.test(parsed.protocol) && (parsed.hostname.includes('.') || parsed.hostname.startsWith('['));
}

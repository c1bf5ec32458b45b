import { clean, lengthOf } from '../../forms/text.ts';

/** So many tags a group has at most, each of so many characters. */
export const tagLimits = { tags: 10, length: 30 } as const;

export interface ReadTags {
  /** In the order typed, in small letters, each once. */
  tags: string[];
  /** What was too long or one too many: whoever shows the tags says so. */
  leftOut: string[];
}

/**
 * Reads tags as people type them: with commas, semicolons, lines or `#` between them, or, without any comma, with spaces.
 * A tag may be of several words where commas part it from the next.
 */
export function readTags(text: string): ReadTags {
  const typed = clean(text).toLowerCase();
  const parts = typed.split(/[,;\n]/).length > 1 ? /[,;\n#]/ : /[#\s]/;
  const words = typed.split(parts).map(bare);
  const all = [...new Set(words.filter((word) => word !== ''))];
  const short = all.filter((tag) => lengthOf(tag) <= tagLimits.length);
  const tags = short.slice(0, tagLimits.tags);
  return { tags, leftOut: all.filter((tag) => !tags.includes(tag)) };
}

/** The tags as people read them. */
export const shownTags = (tags: readonly string[]): string => tags.join(', ');

/** Without the marks around it that belong to the sentence; nothing if no letter or digit is left. */
const bare = (word: string): string => word.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

import type { MessageEntity } from 'grammy/types';
import { isRecord, type CallArguments } from './arguments.ts';
import { parseHtml, type FormattedText } from './html.ts';
import { badRequest } from './refusal.ts';

const maxText = 4096;
const maxCaption = 1024;

/** The text of a message: never empty, 4,096 characters at most once its tags are read. */
export function readText(call: CallArguments): FormattedText {
  if (!call.has('text')) throw badRequest('message text is empty');
  const formatted = readFormatted(call, 'text', 'entities');
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if ([...formatted.text].length > maxText) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a photo or document; it may be missing. 1,024 characters at most. */
export function readCaption(call: CallArguments): { caption?: string; caption_entities?: MessageEntity[] } {
  const { text, entities } = readFormatted(call, 'caption', 'caption_entities');
  if ([...text].length > maxCaption) throw badRequest('message caption is too long');
  if (text === '') return {};
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities };
}

function readFormatted(call: CallArguments, field: string, entitiesField: string): FormattedText {
  const source = call.text(field);
  if (Buffer.byteLength(source) > 1 << 15) throw badRequest('text is too long');
  const mode = call.text('parse_mode').toLowerCase();
  if (source !== '' && mode === 'html') return trim(parseHtml(source));
  // Markdown exists in the service; Birge speaks HTML only, so anything else here is a mistake.
  if (source !== '' && mode !== '' && mode !== 'none') throw badRequest('unsupported parse_mode');
  const given = call.json(entitiesField, "can't parse entities JSON object");
  const entities = Array.isArray(given) ? given.filter(isEntity) : [];
  return trim({ text: source, entities });
}

function isEntity(value: unknown): value is MessageEntity {
  return (
    isRecord(value) &&
    typeof value['type'] === 'string' &&
    Number.isInteger(value['offset']) &&
    Number.isInteger(value['length'])
  );
}

/** The service cuts white space at both ends, and entities with it. */
function trim({ text, entities }: FormattedText): FormattedText {
  const shown = text.replaceAll('\r', '').trim();
  const cut = text.replaceAll('\r', '').length - text.replaceAll('\r', '').trimStart().length;
  const moved = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(shown.length, entity.offset + entity.length - cut);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: shown, entities: moved };
}

/** The entities that a person's own text gets: commands. */
export function commandsIn(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_/<>])\/[a-z\d_]{1,64}(?:@[a-z\d_]{3,32})?(?![\p{L}\p{N}_/])/giu)].map(
    (found) => ({
      type: 'bot_command' as const,
      offset: found.index,
      length: found[0].length,
    }),
  );
}

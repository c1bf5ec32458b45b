import { Readable } from 'node:stream';
import type { ClientFetch } from './channel.ts';
import { quoteFileNames } from './form-file-names.ts';

/** A Bot API call as a gateway sees it; a file stands as a `File` in its field. */
export interface BotApiCall {
  method: string;
  payload: Record<string, unknown>;
}

/** Reads the call that grammY's client makes: JSON as a rule, a multipart form when there are files in it. */
export async function readCall(url: Parameters<ClientFetch>[0], init: Parameters<ClientFetch>[1]): Promise<BotApiCall> {
  const address = String(url);
  const method = address.slice(address.lastIndexOf('/') + 1);
  if (init.body === undefined) return { method, payload: {} };
  if (typeof init.body === 'string') return { method, payload: JSON.parse(init.body) };
  const body = Readable.toWeb(Readable.from(quoteFileNames(init.body as AsyncIterable<Uint8Array>))) as ReadableStream;
  const form = await new Response(body, { headers: init.headers ?? {} }).formData();
  return { method, payload: fromForm(form) };
}

/** The fields that stand in a form as JSON; everything else is text, also a caption that looks like a number. */
const structured = new Set(['reply_markup', 'caption_entities', 'entities', 'media', 'reply_parameters']);

/** In a form every field is text: objects come back from JSON, `attach://name` becomes the file itself. */
function fromForm(form: FormData): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    if (value.startsWith('attach://')) payload[name] = form.get(value.slice('attach://'.length));
    else payload[name] = structured.has(name) ? JSON.parse(value) : value;
  }
  return payload;
}

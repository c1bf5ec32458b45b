import { badRequest } from './refusal.ts';

/** A file that came in a form. */
export class Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;

  constructor(name: string, mime: string, bytes: Uint8Array) {
    this.name = name;
    this.mime = mime;
    this.bytes = bytes;
  }
}

/** Reads a request's body by its kind: JSON, a web form, or a form with files. */
export function readBody(contentType: string, body: Uint8Array): Record<string, unknown> {
  if (body.byteLength === 0) return {};
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (/^application\/json/i.test(contentType)) return readJson(bytes.toString('utf8'));
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')));
  }
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  if (boundary === null) return {};
  return readForm(bytes, (boundary[1] ?? boundary[2] ?? '').trim());
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON object");
  }
}

/** Takes a form apart. File names may stand without quotes and with Kazakh letters, as clients send them. */
function readForm(bytes: Buffer, boundary: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const line = Buffer.from(`--${boundary}`);
  let at = bytes.indexOf(line);
  while (at !== -1) {
    const from = at + line.length + 2;
    const end = bytes.indexOf(line, from);
    const headersEnd = bytes.indexOf('\r\n\r\n', from);
    if (end === -1 || headersEnd === -1 || headersEnd > end) break;
    const headers = bytes.toString('utf8', from, headersEnd);
    // The line break before the next boundary belongs to the boundary.
    const content = bytes.subarray(headersEnd + 4, end - 2);
    const name = /[;\s]name="?([^";\r\n]*)/i.exec(headers)?.[1] ?? '';
    const file = /filename="([^"\r\n]*)"|filename=([^;\r\n]*)/i.exec(headers);
    const mime = /content-type:\s*([^\r\n;]+)/i.exec(headers)?.[1] ?? 'application/octet-stream';
    fields[name] =
      file === null
        ? content.toString('utf8')
        : new Upload(file[1] ?? file[2] ?? '', mime.trim(), new Uint8Array(content));
    at = end;
  }
  return fields;
}

import type { CallArguments } from '../arguments.ts';
import type { StoredFile } from '../files.ts';
import { badRequest, Refusal } from '../refusal.ts';
import type { Upload } from '../request.ts';
import type { TelegramState } from '../state.ts';
import { isPicture } from './photo-sizes.ts';

const megabyte = 1024 * 1024;
const largest = { photo: 10 * megabyte, document: 50 * megabyte };

/** Keeps an uploaded file or finds the one named by its id. */
export function takeUpload(state: TelegramState, call: CallArguments, kind: 'photo' | 'document'): StoredFile {
  const upload = call.upload(kind);
  if (upload !== undefined) return keepUpload(state, upload, kind);
  const named = call.text(kind);
  if (named === '' || named.startsWith('attach://')) throw badRequest(`there is no ${kind} in the request`);
  if (/^https?:\/\//i.test(named)) throw badRequest('failed to get HTTP URL content');
  const known = state.files.find(named);
  if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  if (known.kind !== kind) throw badRequest(`can't use file of type ${title(known.kind)} as ${title(kind)}`);
  return known;
}

function keepUpload(state: TelegramState, upload: Upload, kind: 'photo' | 'document'): StoredFile {
  const { bytes, name } = upload;
  if (bytes.byteLength === 0) throw badRequest('file must be non-empty');
  if (bytes.byteLength > largest.document) throw new Refusal(413, 'Request Entity Too Large');
  if (kind === 'photo' && bytes.byteLength > largest.photo) throw badRequest('file is too big');
  if (kind === 'photo' && !isPicture(bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
  return state.files.keep(kind, bytes, { name, mime: mimeOf(upload) });
}

const mimes: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** Clients send most files as plain bytes: then the service goes by the name's ending. */
function mimeOf({ name, mime }: Upload): string {
  if (mime !== 'application/octet-stream') return mime;
  return mimes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? mime;
}

const title = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

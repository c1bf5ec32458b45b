import { randomBytes } from 'node:crypto';
import { badRequest } from './refusal.ts';

export type FileKind = 'photo' | 'document' | 'voice' | 'sticker';

export interface StoredFile {
  file_id: string;
  file_unique_id: string;
  kind: FileKind;
  /** What the service says the size is; a test may claim more than there is. */
  file_size: number;
  path: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
}

const maxDownload = 20 * 1024 * 1024;
const folders: Record<FileKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  sticker: 'stickers',
};

/** The files that the service keeps, by file id and by download path. */
export class Files {
  readonly #byId = new Map<string, StoredFile>();

  keep(kind: FileKind, bytes: Uint8Array, about: { name: string; mime: string; size?: number }): StoredFile {
    const ending = /\.[a-z\d]{1,8}$/i.exec(about.name)?.[0] ?? '';
    const file: StoredFile = {
      file_id: `Ag${randomBytes(24).toString('base64url')}`,
      file_unique_id: randomBytes(9).toString('base64url'),
      kind,
      file_size: about.size ?? bytes.byteLength,
      path: `${folders[kind]}/file_${this.#byId.size}${ending}`,
      name: about.name,
      mime: about.mime,
      bytes,
    };
    this.#byId.set(file.file_id, file);
    return file;
  }

  find(fileId: string): StoredFile | undefined {
    return this.#byId.get(fileId);
  }

  /** For `getFile`: 20 MB at most can be fetched. */
  forDownload(fileId: string): StoredFile {
    if (fileId === '') throw badRequest('file_id not specified');
    const file = this.#byId.get(fileId);
    if (file === undefined) throw badRequest('invalid file_id');
    if (file.file_size > maxDownload) throw badRequest('file is too big');
    return file;
  }

  at(path: string): StoredFile | undefined {
    return [...this.#byId.values()].find((file) => file.path === path && file.file_size <= maxDownload);
  }
}

import { control } from './tell.js';

const blobs = new Map();
const mediaObjects = new Map();

export const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const hashOf = async (blob) => base64(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));

class OpaqueData {
  static createFromData = async (blob, type) => new OpaqueData(blob, type);

  constructor(blob, type) {
    this.blob = blob;
    this.type = type;
  }

  url = () => URL.createObjectURL(this.blob);
  autorelease() {}
  formData = () => this.blob;
}

/** What WhatsApp makes of a file before it is sent: a picture is a picture unless it is sent as a document. */
async function prepared(opaque, { asDocument }) {
  const { blob, type: mimetype } = opaque;
  const filehash = await hashOf(blob);
  blobs.set(filehash, blob);
  const isPicture = mimetype.startsWith('image/') && !asDocument;
  const fields = { type: isPicture ? 'image' : 'document', mimetype, filehash, size: blob.size };
  if (!isPicture) fields.filename = blob.name;
  return {
    ...fields,
    mediaBlob: opaque,
    set(more) {
      Object.assign(fields, more);
    },
    toJSON: () => ({ ...fields }),
  };
}

/** The server keeps a file for whoever has its path. */
async function upload({ mediaObject }) {
  // Plain bytes: a typed body would make the browser ask for leave first.
  const body = await blobs.get(mediaObject.filehash).arrayBuffer();
  const answer = await fetch(`${control}/media`, { method: 'POST', body });
  const { directPath } = await answer.json();
  return { mediaEntry: { mmsUrl: directPath, directPath, mediaKey: 'key', mediaKeyTimestamp: 1, encFilehash: 'hash' } };
}

async function download({ directPath }) {
  const answer = await fetch(`${control}/media/${directPath}`);
  if (!answer.ok) throw Object.assign(new Error('the file is gone'), { status: answer.status });
  return answer.arrayBuffer();
}

export const mediaModules = {
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: { prepRawMedia: (opaque, how) => ({ waitForPrep: () => prepared(opaque, how) }) },
  WAWebMediaStorage: {
    getOrCreateMediaObject(filehash) {
      const known = mediaObjects.get(filehash) ?? {
        filehash,
        consolidate(fields) {
          Object.assign(this, fields, { consolidate: this.consolidate });
        },
      };
      mediaObjects.set(filehash, known);
      return known;
    },
  },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
  WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put: (hash, blob) => void blobs.set(hash, blob) } },
  WAWebMediaMmsV4Upload: { uploadMedia: upload },
  WAWebDownloadManager: { downloadManager: { downloadAndMaybeDecrypt: download } },
};

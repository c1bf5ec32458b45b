import mammoth from 'mammoth';
import { readZip } from './read-zip.ts';

/** The parts of a `.docx`, and its paragraphs as another reader, mammoth, understands them. */
export async function readDocx(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes);
  const files = readZip(buffer);
  const { value, messages } = await mammoth.extractRawText({ buffer });
  const paragraphs = value.split('\n\n').filter((line) => line !== '');
  return { part: (name: string): string => files.get(name) ?? '', paragraphs, messages };
}

/** All values of an attribute on elements of a name, in order. */
export const attributes = (xml: string, element: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?= )[^>]*? ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

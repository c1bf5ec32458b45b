const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture of one pixel, filled up to so many bytes. */
export const png = (bytes = pixel.length): Buffer => Buffer.concat([pixel], bytes);

/** A paper of one line. */
export const pdf = (line = 'Certificate'): Buffer => Buffer.from(`%PDF-1.4\n% ${line}\n%%EOF\n`);

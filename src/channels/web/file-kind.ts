const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** Whether the page shows a file of this kind as a picture; SVG is left out, it can carry scripts. */
export function isPicture(mime: string): boolean {
  return pictures.includes(mime);
}

/** A file's name without folders and control characters, 120 characters at most; made up from its kind if none is left. */
export function fileName(given: string, mime: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  if (clean === '' || /^\.+$/.test(clean))
    return `file.${
      mime
        .split('/')
        .at(-1)
        ?.replace(/[^a-z0-9]/g, '') ?? 'bin'
    }`;
  return clean.length <= 120 ? clean : (clean.slice(0, 100) + clean.slice(-20)).toWellFormed();
}

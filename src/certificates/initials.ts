/** Initials in the order in which the name was said: «Серікова Айгерім Нұрланқызы» is «С. А. Н.». Letters only, four at most. */
export function initialsOf(name: string): string {
  const letters = name
    .normalize('NFC')
    .split(/\s+/u)
    .flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? []);
  return letters
    .slice(0, 4)
    .map((letter) => `${letter.toLocaleUpperCase('kk')}.`)
    .join(' ');
}

/** A part of a whole in words: "83 %". What is not wholly reached is never shown as 100. */
export function percent(share: number): string {
  if (!(share >= 0 && share <= 1)) throw new Error('a share of a picture is not between 0 and 1');
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}\u00A0%`;
}

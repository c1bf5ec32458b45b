/** A table in Markdown; all columns but the first `texts` ones are figures. */
export function table(head: string[], rows: (string | number)[][], texts = 1): string {
  const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index < texts ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Three digits are as many as such a figure is worth. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** Calls are whole numbers as a rule. */
export const count = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

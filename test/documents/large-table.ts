/*
 * A program of its own, so that what it measures is the table alone: `node large-table.ts <rows> <file>` writes a table of
 * so many rows and ten columns, as a diary of ten years has them, and says the most memory it ever had, in MB.
 */
import { writeFile } from 'node:fs/promises';
import { workbook } from '../../src/documents/table.ts';
import { largeSheet } from './large-sheet.ts';

const [rows = '', file = ''] = process.argv.slice(2);
await writeFile(file, await workbook(largeSheet(Number(rows))));
process.stdout.write(String(process.resourceUsage().maxRSS / 1024));

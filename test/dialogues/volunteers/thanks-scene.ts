import { Hono } from 'hono';
import { serveCertificates } from '../../../src/certificates/page.ts';
import { readPdf } from '../../documents/read-pdf.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { documents } from '../centres/application-scene.ts';
import { story } from '../people/scene.ts';
import { deedBySql } from './scene.ts';

/** What happened in a chat since an event; numbers of certificates are by chance, so they are taken out. */
export const told = (person: Person, from = 0): string =>
  story(person, from).replaceAll(/BRG(?:-[2-9A-HJKMNP-Z]{4}){5}/g, 'BRG-NUMBER');

/** Presses a button of a message that is no longer the last one. */
export const opens = (person: Person, data: string) => person.pressesData(data, person.last());

/** Confirmed work of a volunteer: 40.5 hours in four entries, two of them this year. */
export async function works(stage: Stage, person: number, project: number): Promise<void> {
  const entry = { person, project, confirmed: true };
  await deedBySql(stage, { ...entry, on: '2025-12-20', hours: 8 });
  await deedBySql(stage, { ...entry, on: '2025-12-31', hours: 2, activity: 'event', people: 30 });
  await deedBySql(stage, { ...entry, on: '2026-01-01', hours: 10.5, people: 12 });
  await deedBySql(stage, { ...entry, on: '2026-11-22', hours: 20, activity: 'organising' });
  // Not confirmed, or planned: nobody has seen it yet.
  await deedBySql(stage, { person, project, on: '2026-11-21', hours: 5 });
  await deedBySql(stage, { person, project, on: '2026-11-30', planned: true });
}

/** The bytes of the newest document in a chat. */
export function lastFile(stage: Stage, person: Person): { name: string | undefined; bytes: Uint8Array } {
  const document = documents(person).at(-1);
  if (document === undefined) throw new Error('no document was sent');
  const bytes = stage.double.state.files.find(document.file_id)?.bytes ?? new Uint8Array();
  return { name: document.file_name, bytes };
}

/** Scans the newest certificate in a chat and opens the page its code leads to. */
export async function scans(stage: Stage, person: Person) {
  const pdf = await readPdf(lastFile(stage, person).bytes);
  const address = (await pdf.code(150)) ?? '';
  const { text } = pdf;
  pdf.close();
  return { address, text, page: await page(stage, address) };
}

/** What stands at an address of ours. */
export async function page(stage: Stage, address: string): Promise<{ status: number; html: string }> {
  const app = new Hono();
  serveCertificates(app, stage.running.birge);
  const response = await app.request(new URL(address).pathname);
  return { status: response.status, html: await response.text() };
}

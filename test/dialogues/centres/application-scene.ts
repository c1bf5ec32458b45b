import { readDocx } from '../../documents/read-docx.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { centreOf } from './scene.ts';

/** Opens the application by the button that a centre's home has. */
export const opens = (person: Person, of: number) => person.pressesData(`jb:app:${of}`, person.last());

/** Answers one question after the other, by words. */
export async function answers(person: Person, ...said: string[]): Promise<void> {
  for (const one of said) await person.says(one);
}

/** What is asked for the cover page: the rest is known of the centre. */
export const cover = ['Тараз қаласының жастар ресурстық орталығы', 'Коммуналдық мемлекеттік мекеме'];

/** A centre of which contact person, e-mail, phone and address are known. */
export async function applicant(stage: Stage, name: string): Promise<number> {
  const id = await centreOf(stage, { name });
  await stage.database.sql`
    update centres set head = 'Әсел Нұрланқызы', phone = '+77011234567', email = 'ortalyq@example.kz',
      address = 'Тараз қаласы, Төле би даңғылы, 1' where organisation_id = ${id}`;
  return id;
}

/** The documents that the person was sent, oldest first. */
export const documents = (person: Person) =>
  [...person.chat.messages.values()].flatMap((message) => (message.document ? [message.document] : []));

/** The newest document, as another reader reads it. */
export async function lastDocument(stage: Stage, person: Person) {
  const document = documents(person).at(-1);
  if (document === undefined) throw new Error('no document was sent');
  const bytes = stage.double.state.files.find(document.file_id)?.bytes ?? new Uint8Array();
  return { name: document.file_name, ...(await readDocx(bytes)) };
}

import type { Person } from '../../support/double/person.ts';

/** Presses a button of the newest message by the end of what it means: `:send`, `:skip`, `:done`. */
export async function pressesEnd(person: Person, end: string): Promise<void> {
  const rows = person.last().message.reply_markup?.inline_keyboard ?? [];
  const found = rows.flat().find((button) => 'callback_data' in button && button.callback_data.endsWith(end));
  if (found === undefined || !('callback_data' in found))
    throw new Error(`no button ends in ${end}:\n${person.last().text}`);
  await person.pressesData(found.callback_data, person.last());
}

/**
 * Fills in the form of the agreement up to its overview, as somebody of whom only the name is known, whatever the language.
 * `notice`: days that were agreed on; left out, two weeks.
 */
export async function fillsIn(
  person: Person,
  { language = 'ru', card, notice }: { language?: string; card?: string; notice?: number } = {},
): Promise<void> {
  await pressesEnd(person, `:${language}`);
  await pressesEnd(person, card === undefined ? ':no' : ':yes');
  if (card !== undefined) {
    await person.says(card);
    await person.says('01.02.2020');
    await pressesEnd(person, ':justice');
  }
  await person.says('Тараз, Төле би, 1');
  await person.says('87011234567');
  await pressesEnd(person, ':skip');
  await person.says('4');
  await pressesEnd(person, ':+saturday');
  await pressesEnd(person, ':done');
  await person.says('10:00–12:00');
  await pressesEnd(person, ':none');
  await pressesEnd(person, notice === undefined ? ':two_weeks' : ':other');
  if (notice !== undefined) await person.says(String(notice));
}

/** Opens the form, fills it in and sends it: the agreement is made. */
export async function makesAgreement(
  person: Person,
  enrolment: number,
  answers: Parameters<typeof fillsIn>[1] = {},
): Promise<void> {
  await person.pressesData(`vol:agr:fill:${enrolment}`, person.last());
  await fillsIn(person, answers);
  await pressesEnd(person, ':send');
}

import { today } from '../../context.ts';
import type { Birge, Say } from '../../context.ts';
import { allOfMyPeople } from '../../deadlines/card.ts';
import { waitingFor } from '../../deadlines/waiting.ts';
import type { Waiting } from '../../deadlines/waiting.ts';
import { daysLeft, inWords } from '../../deadlines/words.ts';
import { workbook } from '../../documents/table.ts';
import { drawDone } from '../../pictures/done.ts';
import { dayInWords } from '../../rules/dates.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import type { Language } from '../../store/talks.ts';
import type { LetterKind } from '../letter.ts';

/** Who has not yet done it, as a picture: a bar for each centre. */
export const listPicture: LetterKind = {
  async write(birge, row) {
    const list = await listOf(birge, row);
    if (list === undefined) return undefined;
    const { language } = row;
    const say = birge.say(language);
    const bytes = await drawDone({
      title: list.kind.title[language],
      subtitle: whenOf(birge, list, language).join(', '),
      words: { done: say('due-list-done'), notYet: say('due-list-waiting') },
      rows: list.centres.map(({ name, done, of }) => ({ label: inWords(name, language), done, of })),
      rest: (count) => say('due-list-rest', { count }),
    });
    const caption = captionOf(birge, list, language);
    return { file: { as: 'picture', bytes, name: 'birge-list.png', caption, buttons: [allOfMyPeople(say)] } };
  },
};

/** The same by name, as a table to work with. */
export const listTable: LetterKind = {
  async write(birge, row) {
    const list = await listOf(birge, row);
    if (list === undefined) return undefined;
    const say = birge.say(row.language);
    const title = list.kind.title[row.language];
    const bytes = await workbook({
      name: title,
      columns: [
        { title: say('due-list-centre'), width: 40 },
        { title: say('due-list-name'), width: 36 },
        { title: say('due-list-state'), width: 20 },
      ],
      rows: list.centres.flatMap(({ name, waiting }) =>
        waiting.map((one) => [inWords(name, row.language), one.name, stateOf(say, one)]),
      ),
    });
    return {
      file: { as: 'document', bytes, name: `${list.kind.id}.xlsx`, caption: captionOf(birge, list, row.language) },
    };
  },
};

function listOf(birge: Birge, { person, payload }: OutboxRow): Promise<Waiting | undefined> {
  if (person === null) return Promise.resolve(undefined);
  return waitingFor(birge, person, String(payload['kind']), String(payload['period']));
}

const stateOf = (say: Say, { waived }: { waived: boolean }): string =>
  say(waived ? 'due-list-waived' : 'due-list-waiting');

/** The due day and how many days are left; nothing where the calendar no longer knows. */
function whenOf(birge: Birge, { dueOn }: Waiting, language: Language): string[] {
  if (dueOn === undefined) return [];
  return [dayInWords(dueOn, language), daysLeft(birge.say(language), dueOn, today(birge))];
}

function captionOf(birge: Birge, list: Waiting, language: Language): string {
  const [day = '', left = ''] = whenOf(birge, list, language);
  const { done, of } = list;
  return birge.say(language)('due-list-caption', { title: list.kind.title[language], day, left, done, of });
}

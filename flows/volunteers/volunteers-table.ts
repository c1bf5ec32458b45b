import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { workbook } from '../../src/documents/table.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { shorten } from '../../src/screens/shorten.ts';
import { noteAudit } from '../../src/store/people.ts';
import { phonesOf, volunteersIn } from '../../src/store/volunteers/enrolments.ts';
import type { ListedVolunteer, ProjectCard } from '../../src/store/volunteers/enrolments.ts';
import { calledOf } from './candidate-words.ts';

/** The database gives so many at once. */
const perPage = 500;

/**
 * All volunteers of a project as a table. Phones only if they were asked for, and that they were stands in the audit; the
 * caller has asked the right.
 */
export async function sendTable(birge: Birge, ctx: OuterCtx, project: ProjectCard, phones: boolean): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  if (phones) {
    const noted = { person: talk.person.id, action: 'exported-contacts', subject: { kind: 'project', id: project.id } };
    await noteAudit(birge.store, noted, birge.now());
  }
  const all = await everybody(birge, project.id);
  const called = phones ? await phonesAmong(birge, project.id, all) : new Map<number, string>();
  const day = (on: string | null) => (on === null ? null : { day: on });
  const name = inWords(project.name, language);
  const bytes = await workbook({
    name,
    columns: [
      { title: say('vol-cand-col-name'), width: 36 },
      ...(phones ? [{ title: say('vol-cand-col-phone'), width: 18 }] : []),
      { title: say('vol-cand-col-since'), width: 14 },
      { title: say('vol-cand-col-until'), width: 14 },
      { title: say('vol-cand-col-agreement'), width: 18 },
      { title: say('vol-cand-col-briefed'), width: 18 },
    ],
    rows: all.map((one) => [
      one.name ?? calledOf(null, one.person),
      ...(phones ? [called.get(one.person) ?? null] : []),
      day(one.from),
      day(one.until),
      day(one.agreementSignedOn),
      day(one.briefedOn),
    ]),
  });
  const on = today(birge);
  const head = `<b>${escapeHtml(shorten(name, 120))}</b>`;
  await putFile(ctx.api, ctx.chatId, {
    as: 'document',
    tellsOf: all.map(({ person }) => person),
    bytes,
    name: `birge-volunteers-${on}.xlsx`,
    caption: [head, say('vol-cand-table-count', { count: all.length, day: dayInNumbers(on) })]
      .concat(phones ? [say('card-sensitive-end')] : [])
      .join('\n'),
    buttons: [
      [{ text: say('vol-cand-to-volunteers'), data: `vol:vols:${project.id}` }],
      [{ text: say('menu-button'), data: 'go:menu' }],
    ],
  });
}

/** Everybody, page after page; somebody whose place in the order changed between two pages comes once. */
async function everybody(birge: Birge, project: number): Promise<ListedVolunteer[]> {
  const scope = { all: false, organisations: [], projects: [project] };
  const all = new Map<number, ListedVolunteer>();
  let after: number | null = null;
  for (;;) {
    const page: ListedVolunteer[] = await volunteersIn(
      birge.store,
      scope,
      { project },
      { after, limit: perPage },
      today(birge),
    );
    const before = all.size;
    for (const one of page) all.set(one.id, one);
    after = page.at(-1)?.id ?? null;
    if (page.length < perPage || all.size === before) return [...all.values()];
  }
}

/** The phones that they have told in a questionnaire, by person. Whoever came by a link has given none. */
async function phonesAmong(
  birge: Birge,
  project: number,
  all: readonly ListedVolunteer[],
): Promise<Map<number, string>> {
  const phones = new Map<number, string>();
  for (let from = 0; from < all.length; from += perPage) {
    const page = all.slice(from, from + perPage).map(({ person }) => person);
    for (const [person, phone] of await phonesOf(birge.store, project, page)) phones.set(person, phone);
  }
  return phones;
}

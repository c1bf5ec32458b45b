import type { Birge, OuterCtx } from '../src/context.ts';
import { rolesIn } from '../src/access/roles.ts';
import { languageOf } from '../src/filling/opened.ts';
import { recordable, recordableRoles } from '../src/recording/recordable.ts';
import { careOf, prepare, readTopic, writeTopic } from '../src/recording/recording.ts';
import type { Prepared } from '../src/recording/recording.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { membersOf, readMember } from '../src/store/memberships.ts';
import type { Member } from '../src/store/memberships.ts';
import { readOrganisation } from '../src/store/organisations.ts';

const perPage = 10;

/** How somebody is called where a list names them; whoever has not told their name yet has a number. */
export const called = ({ name, person }: Pick<Member, 'name' | 'person'>): string => name ?? `№ ${person}`;

/** Of whom to record: the people of an organisation of whom this person may record something, or the organisation itself. */
export async function chooseSubject(birge: Birge, ctx: OuterCtx, id: number, after: number): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const { calendar, store } = birge;
  const say = birge.say(languageOf(talk));
  const organisation = await readOrganisation(store, id);
  if (organisation === null) return refuse(birge, ctx);
  const { kind: organisationKind, above: organisations } = organisation;
  const inCare = await careOf(birge, talk.person.id);
  const wanted = recordableRoles(calendar, talk.roles, organisationKind, rolesIn(organisationKind));
  const page = await membersOf(store, id, wanted, { after, limit: perPage + 1 }, birge.now());
  const shown = page.slice(0, perPage);
  const rows: ScreenButton[][] = shown
    .filter((member) => {
      const place = { organisations, project: member.project ?? undefined, assigned: inCare(member) };
      return recordable(calendar, talk.roles, { organisationKind, role: member.role }, place).length > 0;
    })
    .map((member) => [
      {
        text: shorten(`${called(member)} · ${say(`role-${member.role}`)}`, 60),
        data: `go:record:${id}:m${member.id}`,
      },
    ]);
  const ofItself = recordable(calendar, talk.roles, { organisationKind, role: null }, { organisations });
  if (after === 0 && ofItself.length > 0) {
    rows.unshift([{ text: say('record-organisation'), data: `go:record:${id}:o` }]);
  }
  const last = page.length > perPage ? shown.at(-1) : undefined;
  if (last) rows.push([{ text: say('record-more'), data: `go:record:${id}:after:${last.id}` }]);
  const text = say(rows.length > 0 ? 'record-whom' : 'record-nobody');
  await offer(birge, ctx, text, rows);
}

/** What to record of them: the calendar's events that are theirs and that this person may record. */
export async function chooseEvent(birge: Birge, ctx: OuterCtx, id: number, of: string): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const language = languageOf(talk);
  const organisation = await readOrganisation(birge.store, id);
  const member = of === 'o' ? null : await readMember(birge.store, Number(of.slice(1)), id, birge.now());
  if (organisation === null || (of !== 'o' && member === null)) return refuse(birge, ctx);
  const place = {
    organisations: organisation.above,
    project: member?.project ?? undefined,
    assigned: member !== null && (await careOf(birge, talk.person.id))(member),
  };
  const subject = { organisationKind: organisation.kind, role: member?.role ?? null };
  const events = recordable(birge.calendar, talk.roles, subject, place);
  if (events.length === 0) return refuse(birge, ctx);
  const rows = events.map(({ id: event, title }): ScreenButton[] => {
    const topic = { organisation: id, member: member?.id ?? null, event, worker: null, again: false, hours: null };
    return [{ text: shorten(title[language], 60), data: `go:record:${writeTopic(topic)}` }];
  });
  const who = member === null ? (organisation.name[language] ?? organisation.name.kk) : called(member);
  await offer(birge, ctx, birge.say(language)('record-what', { who }), rows);
}

/** A topic's button: first whose mentor, where the event is about a worker; then the day. */
export async function openRecording(birge: Birge, ctx: OuterCtx, data: string): Promise<void> {
  const topic = readTopic(data);
  const prepared = topic && (await prepare(birge, ctx.talk, topic));
  if (prepared === undefined) return refuse(birge, ctx);
  if (prepared.needsWorker && prepared.worker === null) return chooseWorker(birge, ctx, prepared);
  await ctx.conversation.enter('recording', writeTopic(prepared.topic));
}

/** Which worker it is about; nobody is their own mentor. */
async function chooseWorker(birge: Birge, ctx: OuterCtx, { topic, fits }: Prepared): Promise<void> {
  const page = { after: 0, limit: 90 };
  const workers = await membersOf(birge.store, topic.organisation, ['worker'], page, birge.now());
  const rows = workers
    .filter(fits)
    .map((worker): ScreenButton[] => [
      { text: shorten(called(worker), 60), data: `go:record:${writeTopic({ ...topic, worker: worker.id })}` },
    ]);
  const say = birge.say(languageOf(ctx.talk));
  await offer(birge, ctx, say(rows.length > 0 ? 'record-worker' : 'record-nobody'), rows);
}

async function offer(birge: Birge, ctx: OuterCtx, text: string, rows: ScreenButton[][]): Promise<void> {
  if (ctx.chatId === undefined) return;
  const menu = { text: birge.say(languageOf(ctx.talk))('menu-button'), data: 'go:menu' };
  await put(ctx.api, ctx.chatId, { text, buttons: [...rows, [menu]] });
}

const refuse = (birge: Birge, ctx: OuterCtx): Promise<void> =>
  offer(birge, ctx, birge.say(languageOf(ctx.talk))('refused'), []);

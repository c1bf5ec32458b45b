import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { acceptGuardian, acceptRole, hashOf, issueInvitation, readInvitation } from '../../../src/store/invitations.ts';
import { openPlatform, organisationsIn } from '../../../src/store/organisations.ts';
import { giveConsent, introduce, waysTo } from '../../../src/store/people.ts';
import { forgetPerson, readPersonal } from '../../../src/store/privacy.ts';
import { chatGone, closeTalk, readPage, receiveUpdates, writePage } from '../../../src/store/talks.ts';
import { holder, later, moment, noon, targets, writes } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('people, links and pages through $name', ({ open }) => {
  let db: Opened;
  let platform: number;
  beforeAll(async () => {
    db = await open();
    platform = await openPlatform(db.store, { kk: 'Birge' }, noon);
  });
  afterAll(() => db.close());

  let chats = 0;
  async function somebody(): Promise<{ id: number; chat: string }> {
    const chat = `p${(chats += 1)}`;
    const [talk] = await receiveUpdates(db.store, db.channel, [writes(chat, chat)], holder(), noon);
    if (!talk?.person) throw new Error('no person was made');
    await closeTalk(db.store, { ...talk, state: null, page: [], unreached: false }, noon);
    return { id: talk.person.id, chat };
  }
  const offer = () => ({ kind: 'role', role: 'volunteer', organisation: platform }) as const;
  const link = (uses: number, days = 14) => issueInvitation(db.store, offer(), { issuedBy: null, uses, days }, noon);

  test('the platform is made once', async () => {
    expect([await openPlatform(db.store, { kk: 'Another' }, noon), typeof platform]).toEqual([platform, 'number']);
    expect(
      (await organisationsIn(db.store, { all: true, organisations: [], projects: [] }, 100)).map(({ id }) => id),
    ).not.toContain(platform);
  });

  test('a link serves so many people, each once, until its moment, also when all come at the same time', async () => {
    const code = await link(2);
    const people = [await somebody(), await somebody(), await somebody()];
    const results = await Promise.all(people.map(({ id }) => acceptRole(db.store, hashOf(code), id, noon)));
    expect(results.map(({ is }) => is).toSorted()).toEqual(['member', 'member', 'over']);
    const member = people[results.findIndex(({ is }) => is === 'member')]?.id ?? 0;
    expect(await acceptRole(db.store, hashOf(code), member, noon)).toEqual({
      is: 'member',
      project: null,
      role: { role: 'volunteer', organisation: platform, project: null, programme: 'all' },
    });
    const short = await link(1, 1);
    expect([
      (await readInvitation(db.store, short, later({ days: 1, seconds: -1 }))).is,
      (await readInvitation(db.store, short, later({ days: 1 }))).is,
      (await acceptRole(db.store, hashOf(short), (await somebody()).id, later({ days: 1 }))).is,
      (await readInvitation(db.store, 'r_nobody', noon)).is,
    ]).toEqual(['open', 'over', 'over', 'unknown']);
  });

  test('only the hash of a code is stored', async () => {
    const code = await link(1);
    const { data } = await db.tables.from('invitations').select('*');
    expect([JSON.stringify(data).includes(code.slice(2)), JSON.stringify(data).includes(hashOf(code))]).toEqual([
      false,
      true,
    ]);
  });

  test("a child's link: not by the child, once by a parent, and dead when a newer one is made", async () => {
    const [child, parent] = [await somebody(), await somebody()];
    await introduce(db.store, child.id, { name: 'Aliya', bornOn: '2012-05-14' });
    const issue = () =>
      issueInvitation(db.store, { kind: 'guardian', child: child.id }, { issuedBy: child.id, uses: 1, days: 14 }, noon);
    const [old, fresh] = [await issue(), await issue()];
    const accept = (code: string, person: number) =>
      acceptGuardian(db.store, code, { person, name: 'Saule', how: 'guardian' }, 'v1', noon);
    expect([
      (await accept(old, parent.id)).is,
      (await accept(fresh, child.id)).is,
      (await accept(fresh, parent.id)).is,
      (await accept(fresh, parent.id)).is,
      (await accept(fresh, (await somebody()).id)).is,
      (await accept('g_nobody', parent.id)).is,
    ]).toEqual(['over', 'self', 'given', 'given', 'over', 'unknown']);
  });

  test('one consent is in force; a newer one takes its place, the same again changes nothing', async () => {
    const { id } = await somebody();
    const consent = { person: id, givenBy: id, giverName: null, version: 'v1', how: 'self' } as const;
    for (const version of ['v1', 'v1', 'v2']) await giveConsent(db.store, { ...consent, version }, noon);
    const { data } = await db.tables
      .from('consents')
      .select('text_version, withdrawn_at')
      .eq('person_id', id)
      .order('id');
    expect(data?.map(({ text_version, withdrawn_at }) => [text_version, moment(withdrawn_at)])).toEqual([
      ['v1', noon],
      ['v2', null],
    ]);
  });

  test('a chat that is gone is no way to a person', async () => {
    const { id, chat } = await somebody();
    const way = [{ channel: db.channel, chat, language: 'kk' }];
    const before = await waysTo(db.store, id);
    await chatGone(db.store, db.channel, chat, noon);
    expect([before, await waysTo(db.store, id)]).toEqual([way, []]);
    await receiveUpdates(db.store, db.channel, [writes(chat, `${chat} again`)], holder(), noon);
    expect(await waysTo(db.store, id)).toEqual(way);
  });

  test('a page keeps its last 200 messages; the newest writing of each wins, and null takes it away', async () => {
    const { chat } = await somebody();
    const message = (id: number, text: string | null) => ({
      id,
      from: id % 2 === 0 ? 'birge' : 'person',
      at: noon.toISOString(),
      body: text === null ? null : { text },
    });
    await writePage(
      db.store,
      db.channel,
      chat,
      Array.from({ length: 260 }, (_, index) => message(index + 1, `m${index + 1}`)),
    );
    await writePage(db.store, db.channel, chat, [message(100, 'changed'), message(100, 'twice'), message(101, null)]);
    const page = await readPage(db.store, db.channel, chat);
    expect([page.length, page[0]?.id, page.at(-1)?.id]).toEqual([199, 61, 260]);
    expect(page.filter(({ id }) => id === 100 || id === 101)).toEqual([
      { id: 100, from: 'birge', at: '2026-11-22T07:00:00+00:00', body: { text: 'twice' } },
    ]);
    expect(await readPage(db.store, db.channel, 'nobody')).toEqual([]);
  });

  test('somebody who is erased is a tombstone, and their next message makes a new person', async () => {
    const { id, chat } = await somebody();
    await introduce(db.store, id, { name: 'Zarina Qasym', bornOn: '1987-03-17' });
    expect(JSON.stringify(await readPersonal(db.store, id, personalColumns))).toContain('Zarina Qasym');
    await forgetPerson(db.store, id, personalColumns, false, noon);
    expect(Object.keys(await readPersonal(db.store, id, personalColumns))).toEqual(['people.id']);
    await forgetPerson(db.store, id, personalColumns, false, later({ days: 1 }));
    const { data } = await db.tables.from('people').select('name, born_on, erased_at').eq('id', id);
    expect(data?.map((row) => ({ ...row, erased_at: moment(row.erased_at) }))).toEqual([
      { name: null, born_on: null, erased_at: noon },
    ]);
    const [talk] = await receiveUpdates(db.store, db.channel, [writes(chat, `${chat} anew`)], holder(), noon);
    expect([talk?.person?.id === id, talk?.person?.name]).toEqual([false, null]);
  });
});

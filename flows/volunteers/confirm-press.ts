import { may } from '../../src/access/rights.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { confirmDeed, questionDeed, readDeed } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { markOf } from '../../src/volunteers/deed-mark.ts';
import { isOwn } from '../../src/volunteers/waiting.ts';
import { tell } from '../group-right.ts';
import { entryData, entryLine, entryWhole, whoseIs } from './confirm-words.ts';
import type { Before, ConfirmAct } from './confirm-words.ts';
import { refuse } from './right.ts';

/** A press on one entry: which, as it was shown, and where in the list. */
interface Pressed {
  id: number;
  mark: string;
  after: number;
}

/** What the list says next; undefined: something else was said. */
type Next = (Before & { project: number }) | undefined;

/** A button of an entry. The right is asked anew, and the entry is looked at anew: old buttons stay in the chat. */
export async function pressEntry(birge: Birge, ctx: OuterCtx, act: ConfirmAct, pressed: Pressed): Promise<Next> {
  const { talk } = ctx;
  const say = birge.say(languageOf(talk));
  const deed = await readDeed(birge.store, pressed.id);
  if (talk.person === null) return undefined;
  if (deed === null) {
    await tell(birge, ctx, say('vol-conf-gone'), [[{ text: say('vol-all-projects'), data: 'vol:lead' }]]);
    return undefined;
  }
  const { project } = deed;
  if (project === null || !may(talk.roles, 'confirm-hours', { organisations: deed.above, project })) {
    await refuse(birge, ctx, 'confirm-hours', { kind: 'deed', id: pressed.id });
    return undefined;
  }
  if (isOwn(deed, talk.person.id)) return { project, note: say('vol-conf-own-told') };
  if (act === 'un') return takeBack(birge, ctx, { project, reader: talk.person.id }, deed, pressed);
  if (deed.confirmed) return { project, note: say('vol-conf-already') };
  if (deed.state !== 'done') return { project, note: say('vol-conf-gone') };
  if (act === 'q') return question(birge, ctx, deed, project, talk.person.id);
  if (act === 'ask' || markOf(deed) !== pressed.mark) return ask(birge, ctx, act, deed, project, pressed);
  return confirm(birge, ctx, deed, project, pressed);
}

async function confirm(birge: Birge, ctx: OuterCtx, deed: Deed, project: number, { after }: Pressed): Promise<Next> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const by = ctx.talk.person?.id ?? 0;
  const done = await confirmDeed(
    birge.store,
    { id: deed.id, project, confirmed: true, changedAt: deed.changedAt, by },
    birge.now(),
  );
  if (done === 'gone') return { project, note: say('vol-conf-gone') };
  const undo = [{ text: say('vol-conf-undo'), data: entryData('un', deed, after) }];
  return {
    project,
    note: `${say('vol-conf-done')}\n${entryLine(birge, deed, language)}`,
    tellsOf: [deed.person],
    rows: [undo],
  };
}

/** Shows all of an entry, to ask about it or because it was changed after it was shown. */
async function ask(
  birge: Birge,
  ctx: OuterCtx,
  act: ConfirmAct,
  deed: Deed,
  project: number,
  { after }: Pressed,
): Promise<Next> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const back = [{ text: say('vol-conf-back'), data: `vol:conf:${project}${after === 0 ? '' : `:${after}`}` }];
  const whole = entryWhole(birge, deed, language);
  if (act === 'ok') {
    const ok = [{ text: say('vol-conf-confirm'), data: entryData('ok', deed, after) }];
    await tell(birge, ctx, `${say('vol-conf-changed')}\n\n${whole}`, [ok, back], [deed.person]);
    return undefined;
  }
  if (deed.questioned) return { project, note: say('vol-conf-asked-before') };
  const yes = [{ text: say('vol-conf-ask-yes'), data: entryData('q', deed, after) }];
  await tell(birge, ctx, `${whole}\n\n${say('vol-conf-ask', { name: whoseIs(deed) })}`, [yes, back], [deed.person]);
  return undefined;
}

/** The volunteer is asked to look again; a second press writes no second letter. */
async function question(birge: Birge, ctx: OuterCtx, deed: Deed, project: number, by: number): Promise<Next> {
  const say = birge.say(languageOf(ctx.talk));
  if (deed.questioned) return { project, note: say('vol-conf-asked-before') };
  const done = await questionDeed(birge.store, { id: deed.id, project, by }, birge.now());
  if (done === 'gone') return { project, note: say('vol-conf-gone') };
  return { project, note: say('vol-conf-asked', { name: whoseIs(deed) }), tellsOf: [deed.person] };
}

/** What was confirmed waits again, unless it says something else by now. */
async function takeBack(
  birge: Birge,
  ctx: OuterCtx,
  { project, reader }: { project: number; reader: number },
  deed: Deed,
  { mark }: Pressed,
): Promise<Next> {
  const say = birge.say(languageOf(ctx.talk));
  if (!deed.confirmed || mark !== markOf(deed)) return { project, note: say('vol-conf-waits-already') };
  const { id, changedAt } = deed;
  const done = await confirmDeed(birge.store, { id, project, confirmed: false, changedAt, by: reader }, birge.now());
  return { project, note: say(done === 'gone' ? 'vol-conf-gone' : 'vol-conf-undone') };
}

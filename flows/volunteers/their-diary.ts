import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { entryButton, pageOf, turnPages } from '../../src/diary/lines.ts';
import { totalsText } from '../../src/diary/month.ts';
import { monthHeading } from '../../src/diary/spans.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { daysOf, isMonth, monthOf, moveMonth } from '../../src/rules/months.ts';
import type { Month } from '../../src/rules/months.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { noteAudit } from '../../src/store/people.ts';
import { deedsOf } from '../../src/store/volunteers/deeds.ts';
import type { Deed, Totals } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';
import { enrolmentFor } from './right.ts';

/**
 * A month of a volunteer's diary for whoever looks after them: only what was done for this project. That it was opened stands
 * in the audit.
 */
export async function showTheirs(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  named: string | undefined,
  asked: number,
): Promise<void> {
  const { talk } = ctx;
  const enrolment = await enrolmentFor(birge, ctx, id, 'look-after-volunteers');
  if (enrolment === undefined || talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const { person, project, until, name, projectName } = enrolment;
  const present = monthOf(today(birge));
  // Of somebody who has left, the last month of their time.
  const newest = until !== null && monthOf(until) < present ? monthOf(until) : present;
  const month = named !== undefined && isMonth(named) ? named : newest;
  const back: ScreenButton[] = [{ text: say('vol-diary-back-to-volunteer'), data: `vol:v:${id}` }];
  if (month > present) {
    await tell(birge, ctx, say('vol-diary-ahead'), [to(say('vol-diary-month-button'), id, newest), back]);
    return;
  }
  const subject = { kind: 'membership', id };
  await noteAudit(
    birge.store,
    { person: talk.person.id, action: 'opened-diary', subject, detail: { month } },
    birge.now(),
  );
  const done = (await deedsOf(birge.store, person, daysOf(month), project)).filter(({ state }) => state === 'done');
  const { items, page, pages } = pageOf(done, asked);
  const lines = [
    `<b>${escapeHtml(name ?? `№ ${person}`)}</b>`,
    escapeHtml(inWords(projectName, language)),
    `${monthHeading(month, language)}${pages > 1 ? ` (${page} / ${pages})` : ''}`,
    '',
    done.length > 0 ? totalsText(say, totalsOf(done)) : say('vol-diary-their-nothing'),
    '',
    say('vol-diary-their-head'),
  ];
  const [before, after] = [moveMonth(month, -1), moveMonth(month, 1)];
  await tell(
    birge,
    ctx,
    lines.join('\n'),
    [
      ...items.map((deed) => [entryButton(birge, deed, language)]),
      ...turnPages(birge, { page, pages }, (other) => `vol:vd:${id}:${month}:${other}`, language),
      [
        ...to(`◂ ${monthHeading(before, language)}`, id, before),
        ...(after > present ? [] : to(`${monthHeading(after, language)} ▸`, id, after)),
      ],
      back,
    ],
    [person],
  );
}

const to = (text: string, id: number, month: Month): ScreenButton[] => [{ text, data: `vol:vd:${id}:${month}` }];

/** What these entries come to. */
function totalsOf(done: readonly Deed[]): Totals {
  const sum = (of: (deed: Deed) => number | null): number => done.reduce((total, deed) => total + (of(deed) ?? 0), 0);
  return {
    deeds: done.length,
    hours: sum(({ hours }) => hours),
    confirmedHours: sum(({ hours, confirmed }) => (confirmed ? hours : 0)),
    people: sum(({ people }) => people),
  };
}

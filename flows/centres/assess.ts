import type { Composer } from 'grammy';
import { may, rolesFor } from '../../src/access/rights.ts';
import { placeOfCentre, seenBy } from '../../src/centres/assessed.ts';
import { present } from '../../src/centres/present.ts';
import { toCentre } from '../../src/centres/words.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { formHash, say as words, withinOf } from '../../src/forms/index.ts';
import { formIdOf, indicatorQuestions } from '../../src/label/form.ts';
import type { Assessor } from '../../src/rules/label-codes.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { assessmentsOf, openAssessment } from '../../src/store/centres/assessments.ts';
import type { Assessment, Stage } from '../../src/store/centres/assessments.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { NotAnswered } from '../../src/talks/desk.ts';
import { centreFor, refuse } from './centre-right.ts';

/** Which right makes somebody which assessor. */
const rightOf = { centre: 'work-on-label', expert: 'assess-as-expert' } as const;

/** Assessing a centre: its staff for themselves, experts apart from them. */
export function assessRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:as:(\d{1,15})$/, (ctx) => assess(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:as:(\d{1,15}):(centre|expert):(start|end)$/, (ctx) =>
    enter(birge, ctx, Number(ctx.match[1]), ctx.match[2] === 'expert' ? 'expert' : 'centre', stageIn(ctx.match[3])),
  );
  app.callbackQuery(/^jb:mark:(\d{1,15}):(\d{1,2})$/, (ctx) =>
    openAt(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
}

const stageIn = (word: string | undefined): Stage => (word === 'end' ? 'end' : 'start');

/** Goes on with the assessment that is under way; where one is finished, says so and offers the next. */
async function assess(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  const centre = await centreFor(birge, ctx, organisation, 'see-label-work');
  if (centre === undefined) return;
  const assessors = (['centre', 'expert'] as const).filter((by) =>
    may(ctx.talk.roles, rightOf[by], placeOfCentre(centre)),
  );
  const all = await assessmentsOf(birge.store, organisation);
  const [only, ...others] = assessors.map((by) => present(all, by, centre.cycle));
  if (only && others.length === 0 && only.finished === null)
    return enter(birge, ctx, organisation, only.by, only.stage);
  await offer(birge, ctx, centre, all, assessors);
}

/** What is finished, with its result, and what can be begun or gone on with. */
async function offer(
  birge: Birge,
  ctx: OuterCtx,
  centre: Centre,
  all: readonly Assessment[],
  assessors: readonly Assessor[],
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const done = seenBy(ctx.talk.roles, centre, all).filter(({ cycle }) => cycle === centre.cycle);
  const button = ({ id, by, stage, status }: Assessment): ScreenButton[] => [
    { text: say('jb-as-result', { by, stage, status }), data: `jb:res:${id}` },
  ];
  const open = assessors
    .map((by) => present(all, by, centre.cycle))
    .filter(({ over }) => !over)
    .map(({ by, stage }): ScreenButton[] => [
      { text: `▸ ${say('jb-as-heading', { by, stage })}`, data: `jb:as:${centre.id}:${by}:${stage}` },
    ]);
  const text = [
    `<b>${escapeHtml(centre.name[language] ?? centre.name.kk)}</b>`,
    say(done.length === 0 && open.length === 0 ? 'jb-as-none' : 'jb-as-choose'),
    ...(open.some(([first]) => first && 'data' in first && first.data.endsWith(':centre:end'))
      ? [say('jb-as-end-hint')]
      : []),
  ];
  await put(ctx.api, ctx.chatId, {
    text: text.join('\n\n'),
    buttons: [...open, ...done.map(button), toCentre(say, centre.id)],
  });
}

/** Opens the centre's own assessment of today at one indicator: what has been done may have changed its answer. */
async function openAt(birge: Birge, ctx: OuterCtx, organisation: number, indicator: number): Promise<void> {
  const centre = await centreFor(birge, ctx, organisation, 'work-on-label');
  if (centre === undefined) return;
  const { stage, over } = present(await assessmentsOf(birge.store, organisation), 'centre', centre.cycle);
  if (over) return assess(birge, ctx, organisation);
  await enter(birge, ctx, organisation, 'centre', stage, indicatorQuestions(indicator).mark);
}

/** Opens an assessment and enters it: at the overview of the criteria, or at one of its questions. */
async function enter(
  birge: Birge,
  ctx: OuterCtx,
  organisation: number,
  by: Assessor,
  stage: Stage,
  question = 'overview',
): Promise<void> {
  const { talk } = ctx;
  const centre = await centreFor(birge, ctx, organisation, rightOf[by]);
  const form = centre && birge.forms.get(formIdOf(centre.kind));
  if (centre === undefined || form === undefined || talk.person === null || ctx.chatId === undefined) return;
  // A button that is left from an earlier cycle: the end is assessed after the start.
  if (stage === 'end' && present(await assessmentsOf(birge.store, organisation), by, centre.cycle).finished === null)
    return assess(birge, ctx, organisation);
  const at = form.questions.some(({ id }) => id === question) ? question : 'overview';
  const asked = {
    person: talk.person.id,
    organisation,
    by,
    stage,
    roles: rolesFor(rightOf[by]),
    form: form.id,
    hash: formHash(form),
    at,
    within: withinOf(form, at) ?? [],
  };
  const opened = await openAssessment(birge.store, talk, asked, birge.now());
  if (opened.is === 'stale') throw new NotAnswered();
  if (opened.is === 'gone') return refuse(birge, ctx);
  if (opened.is === 'sent') return assess(birge, ctx, organisation);
  talk.repeated = talk.draft?.id === opened.draft.id;
  talk.draft = opened.draft;
  if (opened.draft.answered.size === 0 && at === 'overview') {
    const language = languageOf(talk);
    const intro =
      by === 'expert'
        ? birge.say(language)('jb-as-intro-expert')
        : escapeHtml(words(form.intro, language, { today: '' }));
    await put(ctx.api, ctx.chatId, { text: intro });
  }
  await ctx.conversation.enter('form', opened.draft.id);
}

import { conversations } from '@grammyjs/conversations';
import type { ConversationData, VersionedState } from '@grammyjs/conversations';
import { Composer } from 'grammy';
import type { NextFunction } from 'grammy';
import { announceUrgent } from '../flows/announce-urgent.ts';
import { announceWhen } from '../flows/announce-when.ts';
import { centreAction } from '../flows/centres/action.ts';
import { labelDecision } from '../flows/centres/decision-day.ts';
import { deadlineDone } from '../flows/deadline-done.ts';
import { form } from '../flows/form.ts';
import { answerGroup } from '../flows/groups.ts';
import { guardian } from '../flows/guardian.ts';
import { joinCode, joining } from '../flows/joining.ts';
import { recording } from '../flows/recording.ts';
import { agreementDay } from '../flows/volunteers/agreement-day.ts';
import { candidateReturn } from '../flows/volunteers/candidate-return.ts';
import { ideaDay } from '../flows/volunteers/idea-day.ts';
import { volunteerEnding } from '../flows/volunteers/ending.ts';
import { volunteerLeaving } from '../flows/volunteers/leaving-day.ts';
import { paperUntil } from '../flows/volunteers/paper-until.ts';
import { reportLine } from '../flows/volunteers/report-line.ts';
import { thanksPeriod } from '../flows/volunteers/thank-period.ts';
import { welcome } from '../flows/welcome.ts';
import { routes } from '../flows/routes.ts';
import { deedDay } from '../flows/volunteers/deed-day.ts';
import { whatsappCode } from '../flows/whatsapp-code.ts';
import { conversationOf } from './screens/turns.ts';
import type { Birge, Ctx, OuterCtx } from './context.ts';
import type { Desk } from './talks/desk.ts';

/** Conversations keep their state in the talk, which is stored with one call when the update has been answered. */
const storage = {
  type: 'context',
  adapter: {
    read: (ctx: OuterCtx) => (ctx.talk.state ?? undefined) as VersionedState<ConversationData> | undefined,
    write: (ctx: OuterCtx, state: VersionedState<ConversationData>) => {
      ctx.talk.state = Object.keys(state.state).length === 0 ? null : state;
    },
    delete: (ctx: OuterCtx) => {
      ctx.talk.state = null;
    },
  },
} as const;

/** Commands that leave whatever the person is in; progress is stored, so nothing is lost. */
const leaving = [
  'start',
  'menu',
  'deadlines',
  'diary',
  'roles',
  'link',
  'status',
  'stop',
  'whatsapp',
  'cancel',
  'language',
  'help',
  'mydata',
  'forget',
];

/** All of Birge's answers, the same for every channel. The order matters: each layer sees what those above let through. */
export function assemble(birge: Birge, desk: Desk): Composer<OuterCtx> {
  const withTalk = async (ctx: Ctx, next: NextFunction) => {
    const talk = ctx.chatId === undefined ? undefined : desk.talk(ctx.me.id, ctx.chatId);
    if (talk === undefined) return;
    ctx.talk = talk;
    await next();
  };
  const app = new Composer<OuterCtx>();
  app.use(withTalk);
  app.use(withoutSpinner);
  app
    .filter((ctx) => ctx.talk.chatKind === 'group' || ctx.myChatMember !== undefined)
    .use((ctx) => answerGroup(birge, ctx));
  app.use(conversations({ storage, plugins: [withTalk] }));
  app.command(leaving, async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  app.hears(joinCode, async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  app.callbackQuery(/^(go|wa|set|forget|card|invite|due|rec|join|ann|grp|jb|vol):/, async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });
  app.use(conversationOf(welcome(birge)), conversationOf(guardian(birge)), conversationOf(form(birge)));
  app.use(
    conversationOf(deadlineDone(birge)),
    conversationOf(recording(birge)),
    conversationOf(whatsappCode(birge)),
    conversationOf(joining(birge)),
  );
  app.use(conversationOf(announceWhen(birge)), conversationOf(announceUrgent(birge)));
  app.use(conversationOf(deedDay(birge)));
  app.use(conversationOf(centreAction(birge)), conversationOf(labelDecision(birge)));
  app.use(conversationOf(candidateReturn(birge)));
  app.use(conversationOf(thanksPeriod(birge)));
  app.use(conversationOf(paperUntil(birge)), conversationOf(agreementDay(birge)));
  app.use(conversationOf(volunteerLeaving(birge)), conversationOf(volunteerEnding(birge)));
  app.use(conversationOf(ideaDay(birge)), conversationOf(reportLine(birge)));
  app.use(routes(birge));
  return app;
}

/** A pressed button stops turning at once, whatever the answer takes. */
async function withoutSpinner(ctx: OuterCtx, next: NextFunction): Promise<void> {
  const stopped = ctx.callbackQuery ? ctx.answerCallbackQuery() : Promise.resolve(true);
  await Promise.all([stopped, next()]);
}

import type { Composer } from 'grammy';
import { linkOfCode, projectOfLink } from '../src/announcing/links.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { pressAudience } from './announce-audience.ts';
import { pressAnswer } from './announce-agree.ts';
import { pressDrop, pressText } from './announce-draft.ts';
import { pressLink } from './announce-link.ts';
import { beginAnnouncement, chooseAnnouncer, listCampaigns } from './announce-new.ts';
import { previewCampaign, testCampaign } from './announce-preview.ts';
import { pressSend, pressYes } from './announce-send.ts';
import { pressUrgent } from './announce-urgent.ts';
import { pressWhen } from './announce-when.ts';
import { cardOf, ofDraft, pressCampaign } from './announcement.ts';
import type { Act } from './announcement.ts';
import { showMine } from './deadlines.ts';
import { showMenu } from './menu.ts';
import { chooseProject, openQuestionnaire } from './questionnaire.ts';

/** What can be pressed on a campaign before it is under way; further acts have a route of their own. */
const acts: Readonly<Record<string, Act>> = {
  preview: previewCampaign,
  test: testCampaign,
  text: ofDraft(pressText),
  link: ofDraft(pressLink),
  aud: ofDraft(pressAudience),
  when: ofDraft(pressWhen),
  urgent: ofDraft(pressUrgent),
  send: ofDraft(pressSend),
  yes: ofDraft(pressYes),
  drop: pressDrop,
  agree: pressAnswer(true),
  refuse: pressAnswer(false),
};

const card: Act = (birge, _ctx, open) => cardOf(birge, open);

/** The buttons of announcements; the right is asked at every one of them. */
export function announcing(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('ann:new', (ctx) => chooseAnnouncer(birge, ctx));
  app.callbackQuery(/^ann:new:(\d{1,15})(?::(\d{1,15}))?$/, (ctx) =>
    beginAnnouncement(birge, ctx, Number(ctx.match[1]), ctx.match[2] === undefined ? undefined : Number(ctx.match[2])),
  );
  app.callbackQuery(/^ann:list(?::(\d{1,15}))?$/, (ctx) =>
    listCampaigns(birge, ctx, ctx.match[1] === undefined ? null : Number(ctx.match[1])),
  );
  app.callbackQuery(/^ann:(\d{1,15})(?::([a-z-]+)(?::(.*))?)?$/, async (ctx, next) => {
    const [, id, word, rest = ''] = ctx.match;
    const act = word === undefined ? card : Object.hasOwn(acts, word) ? acts[word] : undefined;
    await (act ? pressCampaign(birge, ctx, Number(id), act, rest) : next());
  });
}

/** Opens what the button under an announcement leads to, where a group's button has brought somebody here; false: no such code. */
export async function openByCode(birge: Birge, ctx: OuterCtx, code: string): Promise<boolean> {
  const link = linkOfCode(code);
  if (link === undefined) return false;
  const project = projectOfLink(link);
  if (project !== undefined) await openQuestionnaire(birge, ctx, project, false);
  else if (link === 'projects') await chooseProject(birge, ctx, 0);
  else if (link === 'deadlines') await showMine(birge, ctx, 0);
  else await showMenu(birge, ctx);
  return true;
}

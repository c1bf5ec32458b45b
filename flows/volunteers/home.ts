import type { Composer } from 'grammy';
import { maySomewhere } from '../../src/access/rights.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import { tell } from '../group-right.ts';
import { headOf, standingLines } from './enrolment-words.ts';
import { leadRoutes } from './lead.ts';
import { papersAsked } from './paper-send.ts';
import { home, mineFor } from './right.ts';

/** Where somebody's volunteering begins: their projects, the diary, ideas, skills, where to go. */
export function homeRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:home', (ctx) => showHome(birge, ctx));
  app.callbackQuery(/^vol:e:(\d{1,15})$/, (ctx) => showMine(birge, ctx, Number(ctx.match[1])));
  leadRoutes(app, birge);
}

async function showHome(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = await enrolmentsOf(birge.store, talk.person.id, today(birge));
  const leads = maySomewhere(talk.roles, 'choose-volunteers');
  const rows: ScreenButton[][] = [
    ...(leads ? [[{ text: say('vol-lead'), data: 'vol:lead' }]] : []),
    ...mine.map(({ id, projectName }) => [{ text: shorten(inWords(projectName, language), 60), data: `vol:e:${id}` }]),
    [
      { text: say('vol-new-deed'), data: 'vol:new' },
      { text: say('vol-diary'), data: 'vol:diary' },
    ],
    ...(mine.length === 0 && !leads ? [[{ text: say('menu-questionnaire'), data: 'go:projects' }]] : []),
    [
      { text: say('vol-ideas'), data: 'vol:idea' },
      { text: say('vol-skills'), data: 'vol:skills' },
    ],
    [
      { text: say('vol-where-to-go'), data: 'vol:go' },
      { text: say('vol-my-thanks'), data: 'vol:mythx' },
    ],
  ];
  await tell(birge, ctx, say(mine.length === 0 && !leads ? 'vol-home-none' : 'vol-home'), rows);
}

/** One's own project: what stands with the agreement and the briefing, and what can be done there. */
async function showMine(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const to = (key: string, act: string): ScreenButton => ({ text: say(key), data: `vol:${act}:${id}` });
  const papers = await papersAsked(birge, ctx.talk, enrolment);
  const rows: ScreenButton[][] = [
    ...(papers?.rows ?? []),
    [
      { text: say('vol-new-deed'), data: `vol:new:${enrolment.project}` },
      { text: say('vol-diary'), data: 'vol:diary' },
    ],
    [to('vol-report', 'rep')],
    [to('vol-agreement', 'agr'), to('vol-briefing', 'br')],
    [to('vol-leave', 'leave')],
    home(birge, ctx.talk),
  ];
  const lines = [...standingLines(say, enrolment, language), ...(papers ? ['', papers.line] : [])];
  await tell(birge, ctx, [headOf(enrolment, language), ...lines].join('\n'), rows);
}

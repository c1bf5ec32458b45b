import type { Birge, Say } from '../context.ts';
import { overview } from '../forms/index.ts';
import type { OverviewLine } from '../forms/index.ts';
import { escapeHtml } from '../screens/html.ts';
import { shorten } from '../screens/shorten.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
import type { Talk } from '../talks/talk.ts';
import { besideRows } from './beside.ts';
import { languageOf, pressOf } from './opened.ts';
import type { AtOverview } from './outlook.ts';
import type { Opened } from './opened.ts';

/** Answers of one message: 25 of 110 characters stay well under Telegram's 4,096. */
const perPage = 25;

/** All answers, each of which can be changed, and the button that sends them. Long forms are turned over by pages. */
export function showOverview(
  birge: Birge,
  talk: Talk,
  open: Opened,
  note: string | undefined,
  added: AtOverview,
): Screen[] {
  const language = languageOf(talk);
  const say = birge.say(language);
  const lines = overview(open.form, open.state.guards, language, open.facts);
  const page = Math.min(pageAsked(talk), Math.ceil(lines.length / perPage));
  const from = (page - 1) * perPage;
  const shown = lines.slice(from, from + perPage);
  const text = [
    note,
    // What is in the way of sending stands where one looks first.
    added.stops ? added.note : undefined,
    `<b>${say('form-overview-title')}</b>`,
    shown.map((line, index) => answerLine(line, from + index + 1, say)).join('\n'),
    say('fill-overview-hint'),
    added.stops ? undefined : added.note,
  ];
  const pressed = talk.update.callback_query?.message?.message_id;
  const screen: Screen = {
    text: text.filter(Boolean).join('\n\n'),
    ...(added.tellsOf && { tellsOf: added.tellsOf }),
    buttons: [
      ...changeRows(open, shown, from),
      ...besideRows(open, 'overview', language),
      ...(added.buttons ?? []),
      ...endRows(open, say, page, lines.length),
    ],
  };
  return [talk.inPlace && pressed !== undefined ? { ...screen, replaces: pressed } : screen];
}

function answerLine({ question, answer }: OverviewLine, number: number, say: Say): string {
  const said = answer === null ? say('form-no-answer') : escapeHtml(shorten(answer.replaceAll(/\n+/g, ' / '), 110));
  return `${number}. ${escapeHtml(shorten(question))}: <b>${said}</b>`;
}

function changeRows(open: Opened, lines: readonly OverviewLine[], from: number): ScreenButton[][] {
  const rows: ScreenButton[][] = [];
  lines.forEach((line, index) => {
    if (index % 5 === 0) rows.push([]);
    rows.at(-1)?.push({ text: `✎ ${from + index + 1}`, data: pressOf(open, line.id)('change') });
  });
  return rows;
}

function endRows(open: Opened, say: Say, page: number, count: number): ScreenButton[][] {
  const press = pressOf(open, 'overview');
  const pages = Math.ceil(count / perPage);
  const turn: ScreenButton[] = [];
  if (page > 1) turn.push({ text: say('fill-earlier-answers'), data: press(`list${page - 1}`) });
  if (page < pages) turn.push({ text: say('fill-later-answers'), data: press(`list${page + 1}`) });
  const last: ScreenButton[] = [
    { text: say('form-pause'), data: press('pause') },
    { text: say('form-send'), data: press('send') },
  ];
  return turn.length > 0 ? [turn, last] : [last];
}

/** The page that the pressed button asks for; the first one otherwise. */
function pageAsked(talk: Talk): number {
  const page = /:overview:list(\d{1,3})$/.exec(talk.update.callback_query?.data ?? '')?.[1];
  return Math.max(1, Number(page ?? 1));
}

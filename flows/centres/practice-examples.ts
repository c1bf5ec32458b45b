import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Criterion } from '../../src/label/instrument.ts';
import { cutAt, inPieces } from '../../src/screens/pieces.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { practiceCounts, practicesOf } from '../../src/store/centres/practice.ts';
import type { Practice } from '../../src/store/centres/practice.ts';
import type { Language } from '../../src/store/talks.ts';
import { levelIn, regionIn } from './centre-words.ts';

/** Examples on a page. With their heads five cut ones stay below the 4,096 characters of a message. */
const perPage = 5;
/** Of a longer example this much is shown on a page, of a centre's name this much (UTF-16 units, as Telegram counts). */
const most = { text: 550, name: 80 };
/** What is left of a message for an example that is read whole. */
const perMessage = 3500;

interface Page {
  offset: number;
  of: number;
  rows: Practice[];
}

const indicatorsOf = ({ indicators }: Criterion): number[] => indicators.map(({ number }) => number);

/** How many examples there are to each criterion. */
export async function countsOf(
  { store }: Birge,
  criteria: readonly Criterion[],
): Promise<{ criterion: Criterion; count: number }[]> {
  const counts = await practiceCounts(store, criteria.flatMap(indicatorsOf));
  return criteria.map((criterion) => ({
    criterion,
    count: indicatorsOf(criterion).reduce((sum, number) => sum + (counts[number] ?? 0), 0),
  }));
}

/** The examples to a criterion from this one on, those of labelled centres first. */
export async function pageOf(birge: Birge, criterion: Criterion, offset: number): Promise<Page> {
  const asked = { indicators: indicatorsOf(criterion), on: today(birge), offset, limit: perPage };
  return { offset, ...(await practicesOf(birge.store, asked)) };
}

/** A page in words, with a button for each example that was cut and the ones to the pages before and after. */
export function shownPage(
  birge: Birge,
  criterion: Criterion,
  { offset, of, rows }: Page,
  language: Language,
): { text: string; buttons: ScreenButton[][] } {
  const say = birge.say(language);
  const head = say('jb-prac-head', {
    criterion: `${criterion.number}. ${criterion.short[language]}`,
    from: offset + 1,
    to: offset + rows.length,
    of,
  });
  const shown = rows.map((row, index) => ({ ...row, number: offset + index + 1, ...cutAt(row.text, most.text) }));
  const blocks = shown.map((one) => {
    const length = one.rest === 0 ? [] : [say('jb-prac-length', { length: one.length })];
    return [...headOf(birge, criterion, one, language, one.number), escapeHtml(one.start), ...length].join('\n');
  });
  const whole = shown
    .filter(({ rest }) => rest > 0)
    .map(({ number, organisation, indicator }) => [
      { text: say('jb-prac-whole', { number }), data: `jb:prac:one:${organisation}:${indicator}:${offset}` },
    ]);
  const to = (key: string, at: number) => [{ text: say(key), data: `jb:prac:${criterion.number}:${at}` }];
  return {
    text: [head, ...blocks].join('\n\n'),
    buttons: [
      ...whole,
      ...(of > offset + perPage ? [to('jb-prac-more', offset + perPage)] : []),
      ...(offset > 0 ? [to('jb-prac-before', Math.max(0, offset - perPage))] : []),
    ],
  };
}

/** Whose example it is and to which indicator, two lines of Telegram's HTML. */
function headOf(
  birge: Birge,
  criterion: Criterion,
  { name, region, level, indicator }: Practice,
  language: Language,
  number?: number,
): string[] {
  const centre = cutAt(shorten(inWords(name, language), most.name), most.name);
  const place = [
    ...(level === null ? [] : [levelIn(birge, level, language)]),
    regionIn(birge, region, language),
  ].filter((part) => part !== undefined);
  const short = criterion.indicators.find((known) => known.number === indicator)?.short[language] ?? '';
  return [
    [`${number === undefined ? '' : `${number}) `}<b>${escapeHtml(centre.start)}</b>`, ...place.map(escapeHtml)].join(
      ' · ',
    ),
    `<i>${escapeHtml(`${indicator}. ${short}`)}</i>`,
  ];
}

/** The example of a centre to an indicator; undefined: there is none, it was taken out, or the centre does not share. */
export async function exampleIn(birge: Birge, organisation: number, indicator: number): Promise<Practice | undefined> {
  const asked = { indicators: [indicator], organisation, on: today(birge), offset: 0, limit: 1 };
  return (await practicesOf(birge.store, asked)).rows[0];
}

/** Says an example to its last word; the buttons stand under the last message. */
export async function wholeExample(
  birge: Birge,
  ctx: OuterCtx,
  criterion: Criterion,
  example: Practice,
  buttons: ScreenButton[][],
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const head = headOf(birge, criterion, example, languageOf(ctx.talk)).join('\n');
  const texts = inPieces(example.text, perMessage).map(escapeHtml);
  for (const [index, text] of texts.entries()) {
    await put(ctx.api, ctx.chatId, {
      text: index === 0 ? `${head}\n\n${text}` : text,
      ...(index === texts.length - 1 && { buttons }),
    });
  }
}

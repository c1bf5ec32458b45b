import { whoAndDay } from '../../src/centres/answers.ts';
import { evidenceOf } from '../../src/centres/evidence.ts';
import { answersIn, givenTo, indicatorIn } from '../../src/centres/given.ts';
import { toResult } from '../../src/centres/words.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import { sendStored } from '../stored-file.ts';
import type { FileEnd } from '../stored-file.ts';
import { assessedFor } from './assessed-for.ts';
import { refuse } from './centre-right.ts';

/** Names of files by what became of them. */
type Ends = Record<FileEnd, string[]>;

/**
 * Sends the photos and documents that were given to an indicator as evidence: those that the answer of this very
 * assessment names, whatever the button says. The last message tells what could not be sent, and has the ways on.
 */
export async function sendEvidence(birge: Birge, ctx: OuterCtx, submission: number, number: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const found = indicatorIn(birge.label, assessed, number);
  if (found === undefined) return refuse(birge, ctx);
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const title = `<b>${escapeHtml(`${number}. ${found.indicator.short[language]}`)}</b>`;
  const { filesBy } = givenTo(answersIn(assessed.assessment), number);
  const who = filesBy ? ` · ${whoAndDay(birge, filesBy, language)}` : '';
  const all = (await evidenceOf(birge.store, assessed.assessment, [number])).get(number) ?? [];
  const ends: Ends = { sent: [], gone: [], lost: [] };
  for (const one of all) ends[await sendStored(birge, ctx, one, `${title}\n${one.name}${who}`)].push(one.name);
  const again = [{ text: say('jb-res-evidence-again'), data: `jb:ev:${submission}:${number}` }];
  await put(ctx.api, ctx.chatId, {
    text: `${title}\n${endsIn(say, ends)}`,
    buttons: [
      ...(ends.lost.length > 0 ? [again] : []),
      [{ text: say('jb-res-evidence-back', { number }), data: `jb:hist:${submission}:${number}` }],
      [{ text: say('jb-res-answers-back'), data: `jb:ans:${submission}:${found.criterion.number}` }],
      toResult(say, assessed),
    ],
  });
}

/** How many files came, and which did not and why. */
function endsIn(say: Say, { sent, gone, lost }: Ends): string {
  if (sent.length + gone.length + lost.length === 0) return say('jb-res-evidence-none');
  return [
    say('jb-res-evidence-sent', { count: sent.length }),
    ...(gone.length > 0 ? [say('jb-res-evidence-gone', { names: gone.join(', ') })] : []),
    ...(lost.length > 0 ? [say('jb-res-evidence-lost', { names: lost.join(', ') })] : []),
  ].join('\n');
}

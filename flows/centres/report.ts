import type { Assessed } from '../../src/centres/assessed.ts';
import { assessmentView } from '../../src/centres/view.ts';
import { nameLine, toCentre, toResult, whatLine } from '../../src/centres/words.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { assessmentDocument } from '../../src/documents/assessment-document.ts';
import { reportName } from '../../src/documents/assessment-words.ts';
import { assessmentWorkbook } from '../../src/documents/assessment-workbook.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { put } from '../../src/screens/put.ts';
import type { WholeAssessment } from '../../src/store/centres/assessments.ts';
import { assessedFor } from './assessed-for.ts';

/** What makes a report of each format. */
const makers = { docx: assessmentDocument, xlsx: assessmentWorkbook };

/** The report of an assessment as a file, in the reader's language; without a format it asks which one. */
export async function sendReport(
  birge: Birge,
  ctx: OuterCtx,
  submission: number,
  format: string | undefined,
): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined) return;
  if (format === 'docx' || format === 'xlsx') await sendFile(birge, ctx, assessed, format);
  else await askFormat(birge, ctx, assessed);
}

async function askFormat(birge: Birge, ctx: OuterCtx, assessed: Assessed): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const { id } = assessed.assessment;
  const what = `${nameLine(assessed, language)}\n${whatLine(say, assessed.assessment)}`;
  await put(ctx.api, ctx.chatId, {
    text: `${what}\n\n${say('jb-res-report-ask')}`,
    buttons: [
      [{ text: say('jb-res-report-docx'), data: `jb:rep:${id}:docx` }],
      [{ text: say('jb-res-report-xlsx'), data: `jb:rep:${id}:xlsx` }],
      toResult(say, assessed),
    ],
  });
}

async function sendFile(
  birge: Birge,
  ctx: OuterCtx,
  assessed: Assessed<WholeAssessment>,
  format: keyof typeof makers,
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const view = await assessmentView(birge, assessed, language);
  await putFile(ctx.api, ctx.chatId, {
    as: 'document',
    bytes: await makers[format](view),
    name: reportName(view, format),
    caption: `${nameLine(assessed, language)}\n${whatLine(say, assessed.assessment)}, ${dayInNumbers(view.day)}`,
    buttons: [toResult(say, assessed), toCentre(say, assessed.centre.id)],
  });
}

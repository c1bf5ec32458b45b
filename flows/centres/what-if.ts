import { whatIfScreen } from '../../src/centres/what-if.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { put } from '../../src/screens/put.ts';
import { replacing } from '../announcement-turning.ts';
import { assessedFor } from './assessed-for.ts';

/**
 * Which level it would be if some indicators were "yes". The first look is a message of its own below the result; every
 * press after it changes that message in its place. Nothing is stored: the choice stands in the buttons.
 */
export async function showWhatIf(
  birge: Birge,
  ctx: OuterCtx,
  submission: number,
  criterion: string | undefined,
  mask: string | undefined,
): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const pressed = { criterion: Number(criterion ?? 0), mask: mask ?? '0' };
  const screen = whatIfScreen(birge, assessed, languageOf(ctx.talk), pressed);
  await put(ctx.api, ctx.chatId, criterion === undefined ? screen : replacing(ctx, screen));
}

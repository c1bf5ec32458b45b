import { may } from '../../access/rights.ts';
import { thanksFile } from '../../certificates/file.ts';
import { today } from '../../context.ts';
import type { Birge } from '../../context.ts';
import { rolesOf } from '../../store/deadlines.ts';
import { enqueue, priorities } from '../../store/outbox.ts';
import { readThanks } from '../../store/volunteers/thanks.ts';
import type { LetterKind } from '../letter.ts';

const kind = 'thanks-file';

/** Brings a letter to the coordinator who has just written it; not if it was withdrawn, or is no business of theirs any more. */
export const thanksFileLetter: LetterKind = {
  async write(birge, { person, payload, language }) {
    const thanks = await readThanks(birge.store, Number(payload['thanks']));
    if (person === null || thanks === null || thanks.withdrawn) return undefined;
    const roles = await rolesOf(birge.store, person, today(birge));
    if (!may(roles, 'thank-volunteers', { organisations: thanks.above, project: thanks.project })) return undefined;
    const say = birge.say(language);
    const buttons = [
      [{ text: say('vol-back-to-project'), data: `vol:p:${thanks.project}` }],
      [{ text: say('menu-button'), data: 'go:menu' }],
    ];
    const file = await thanksFile(birge, thanks, { language, buttons });
    return file && { file };
  },
};

/** Has the file brought to the chat in which its form was sent; asked for twice, it comes once. */
export async function bringThanks(birge: Birge, to: { person: number; chat: number }, thanks: number): Promise<void> {
  const order = { to, kind, key: String(thanks), payload: { thanks }, priority: priorities.reply };
  await enqueue(birge.store, [{ ...order, due: birge.now() }], birge.now());
}

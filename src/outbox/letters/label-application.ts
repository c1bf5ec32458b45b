import { applicationFile, readApplication } from '../../centres/application-file.ts';
import { today } from '../../context.ts';
import type { Birge } from '../../context.ts';
import { rolesOf } from '../../store/deadlines.ts';
import { enqueue, priorities } from '../../store/outbox.ts';
import type { LetterKind } from '../letter.ts';

const kind = 'label-application';

/** Brings a centre's application to whoever has just finished it; not if they no longer work on it. */
export const labelApplication: LetterKind = {
  async write(birge, { person, payload, language }) {
    if (person === null) return undefined;
    const roles = await rolesOf(birge.store, person, today(birge));
    const sent = await readApplication(birge, roles, Number(payload['submission']));
    return sent && { file: await applicationFile(birge, sent, language) };
  },
};

/** Has the document brought to the chat in which its form was sent; asked for twice, it comes once. */
export async function bringApplication(
  birge: Birge,
  to: { person: number; chat: number },
  submission: number,
): Promise<void> {
  const order = { to, kind, key: String(submission), payload: { submission }, priority: priorities.reply };
  await enqueue(birge.store, [{ ...order, due: birge.now() }], birge.now());
}

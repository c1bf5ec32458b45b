import type { Birge } from '../../context.ts';
import { administrators } from '../../linking/administrators.ts';
import { readCentre } from '../../store/centres/centre.ts';
import { enqueue, priorities } from '../../store/outbox.ts';
import type { LetterKind } from '../letter.ts';

const kind = 'centre-registered';

/** Tells administrators of a youth centre that waits to be confirmed. Confirmed or closed meanwhile: there is nothing to say. */
export const centreRegistered: LetterKind = {
  async write(birge, { payload, language }) {
    const centre = await readCentre(birge.store, Number(payload['centre']));
    if (centre === null || centre.confirmed) return undefined;
    const say = birge.say(language);
    return {
      screen: {
        text: say('jb-ctr-news', { name: centre.name[language] ?? centre.name.kk }),
        buttons: [[{ text: say('jb-ctr-card'), data: `jb:card:${centre.id}` }]],
      },
    };
  },
};

/** Has administrators told of a centre that was registered; done twice, it is said once. */
export async function announceCentre(birge: Birge, centre: number): Promise<void> {
  const orders = (await administrators(birge)).map(({ channel, chat }) => ({
    to: { channel, external: chat },
    kind,
    key: `${centre} ${chat}`,
    payload: { centre },
    priority: priorities.notice,
    due: birge.now(),
  }));
  if (orders.length > 0) await enqueue(birge.store, orders, birge.now());
}

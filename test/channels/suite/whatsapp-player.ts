import type { Channel } from '../../../src/channels/channel.ts';
import { createWhatsappChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import type { ArrivedMessage } from '../../../src/channels/whatsapp/wire.ts';
import { isWalking } from '../../../src/screens/walking.ts';
import { offerIn } from '../../../src/store/talks.ts';
import type { Stage } from '../../support/dialogue.ts';
import { FakeWhatsapp } from '../../support/whatsapp-wire.ts';
import { saidBy } from './player.ts';
import type { Opening, Player } from './player.ts';

const dana = '77011234567@c.us';

/** The person with all that a test may need to interfere. */
export interface WhatsappPlayer extends Player {
  wire: FakeWhatsapp;
  channel: Channel;
  /** The channel's row, and the person's chat on our side. */
  id: number;
  chat: number;
  /** Does anything that WhatsApp lets people do; `shown` stands for it in the transcript. */
  does(shown: string, said: Partial<ArrivedMessage> & { bytes?: Uint8Array }): Promise<void>;
  /** Takes what reached the chat meanwhile into the transcript. */
  looks(): void;
}

/** By WhatsApp, with a fake at the wire; everything is written, nothing is pressed. */
export const onWhatsapp: Opening = (stage, name) => openWhatsappOn(stage, name);

export async function openWhatsappOn(stage: Stage, name: string): Promise<WhatsappPlayer> {
  const { running } = stage;
  const { birge, desk } = running;
  const wire = new FakeWhatsapp();
  const row: { id?: number } = {};
  const channel = createWhatsappChannel({
    wire,
    keep: (chat, offer) => {
      if (desk.noteOffer(channel.me.id, chat, offer) || row.id === undefined) return;
      return offerIn(birge.store, row.id, chat, [offer]);
    },
    languageOf: (chat) => desk.talk(channel.me.id, chat)?.person?.language,
    words: (language) => ({ write: birge.say(language)('wa-write') }),
    walks: isWalking,
    reports: {
      gone: () => {
        throw new Error('a chat is gone');
      },
      unreached: (chat) => desk.noteUnreached(channel.me.id, chat),
      acknowledged: () => {},
    },
    now: () => birge.now().getTime(),
    log: birge.log,
    pause: async () => {},
  });
  const { id, receive } = await running.attach(channel);
  row.id = id;
  await channel.start(receive);
  const lines: string[] = [];
  let seen = 0;

  const looks = () => {
    lines.push(...wire.reached.slice(seen).map(({ message }) => saidBy('Birge', message.text)));
    seen = wire.reached.length;
  };
  const does: WhatsappPlayer['does'] = async (shown, said) => {
    looks();
    lines.push(saidBy(name, shown));
    await wire.says(dana, said, Math.floor(birge.now().getTime() / 1000));
    await desk.settled();
    looks();
  };
  return {
    wire,
    channel,
    id,
    chat: Number.parseInt(dana, 10),
    does,
    looks,
    says: (text) => does(text, { text }),
    picks: (_act, written) => does(written, { text: written }),
    sendsPicture: (bytes) =>
      does('(photo)', { bytes, file: { mime: 'image/png', bytes: bytes.length, as: 'picture' } }),
    sendsDocument: (bytes, called, mime) =>
      does(`(document ${called})`, { bytes, file: { mime, name: called, bytes: bytes.length, as: 'document' } }),
    transcript: () => lines.join('\n'),
  };
}

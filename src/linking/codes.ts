import { InputFile, InputMediaBuilder } from 'grammy';
import type { Api } from 'grammy';
import type { Birge } from '../context.ts';
import type { AdministratorChat } from '../store/whatsapp.ts';
import { administrators } from './administrators.ts';
import { qrPicture } from './qr.ts';

/** Milliseconds for which a QR is kept fresh in administrators' chats; afterwards they ask for another by a button. */
const shownFor = 5 * 60_000;

/** The codes by which a phone links the account, in administrators' private Telegram chats. */
export interface Codes {
  /** A new QR: shown for some minutes in one message for each chat, whose picture changes with it. */
  show(qr: string): Promise<void>;
  /** Begins again with the newest QR, in new messages. */
  again(): Promise<void>;
  /** A code to be typed in on the phone. */
  tell(pairingCode: string): Promise<void>;
  /** Linked, or over: the pictures say so. */
  end(linked: boolean): Promise<void>;
}

interface Shown extends AdministratorChat {
  message: number;
}

/** @param apis the bots by their account's row. */
export function openCodes(birge: Birge, apis: ReadonlyMap<number, Api>): Codes {
  let shown: Shown[] = [];
  let until: number | undefined;
  let newest: string | undefined;
  const each = async <To extends AdministratorChat>(
    chats: readonly To[],
    work: (api: Api, to: To) => Promise<void>,
  ) => {
    await Promise.all(
      chats.map(async (to) => {
        const api = apis.get(to.channel);
        if (api === undefined) return;
        await work(api, to).catch((error: unknown) =>
          birge.log.warn({ err: error }, 'an administrator was not shown it'),
        );
      }),
    );
  };
  const buttons = ({ language }: AdministratorChat) => ({
    inline_keyboard: [[{ text: birge.say(language)('wa-open'), callback_data: 'go:whatsapp' }]],
  });
  const begin = async (qr: string) => {
    const picture = await qrPicture(qr);
    shown = [];
    await each(await administrators(birge), async (api, to) => {
      const caption = birge.say(to.language)('wa-qr');
      const beside = { caption, parse_mode: 'HTML', reply_markup: buttons(to) } as const;
      const { message_id: message } = await api.sendPhoto(to.chat, new InputFile(picture, 'whatsapp.png'), beside);
      if (message > 0) shown.push({ ...to, message });
    });
    // Whom it did not reach (the messenger is not connected yet, nobody has the role yet) the next one may.
    if (shown.length > 0) until = birge.now().getTime() + shownFor;
  };
  const finish = async (key: 'wa-qr-over' | 'wa-qr-linked') => {
    const over = shown;
    shown = [];
    await each(over, async (api, to) => {
      await api.editMessageCaption(to.chat, to.message, {
        caption: birge.say(to.language)(key),
        parse_mode: 'HTML',
        reply_markup: buttons(to),
      });
    });
  };
  return {
    async show(qr) {
      newest = qr;
      if (until === undefined) return begin(qr);
      if (birge.now().getTime() > until) return finish('wa-qr-over');
      const picture = await qrPicture(qr);
      await each(shown, async (api, to) => {
        const caption = birge.say(to.language)('wa-qr');
        const media = InputMediaBuilder.photo(new InputFile(picture, 'whatsapp.png'), { caption, parse_mode: 'HTML' });
        await api.editMessageMedia(to.chat, to.message, media, { reply_markup: buttons(to) });
      });
    },
    async again() {
      await finish('wa-qr-over');
      if (newest !== undefined) await begin(newest);
    },
    async tell(pairingCode) {
      await each(await administrators(birge), async (api, to) => {
        const text = birge.say(to.language)('wa-code', { code: `<code>${pairingCode}</code>` });
        await api.sendMessage(to.chat, text, { parse_mode: 'HTML' });
      });
    },
    async end(linked) {
      newest = undefined;
      until = undefined;
      await finish(linked ? 'wa-qr-linked' : 'wa-qr-over');
    },
  };
}

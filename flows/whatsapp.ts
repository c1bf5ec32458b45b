import { maySomewhere } from '../src/access/rights.ts';
import type { Birge, OuterCtx, Say } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { readDevice, wishFor } from '../src/linking/notes.ts';
import { whyInWords } from '../src/linking/why.ts';
import type { DeviceNote } from '../src/linking/notes.ts';
import { put } from '../src/screens/put.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { readBrake, releaseBrake } from '../src/store/whatsapp.ts';

/** `/whatsapp`: how the account is linked, for administrators: its codes, unlinking, and going on after a row of failures. */
export async function showWhatsapp(birge: Birge, ctx: OuterCtx, done?: string): Promise<void> {
  if (!(await mayLink(birge, ctx)) || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const screen = await whatsappScreen(birge, say);
  await put(ctx.api, ctx.chatId, { ...screen, text: done === undefined ? screen.text : `${done}\n\n${screen.text}` });
}

/** Carries out a button of that screen; the device hears of it through the database, whichever process holds it. */
export async function pressWhatsapp(birge: Birge, ctx: OuterCtx, act: string): Promise<void> {
  if (!(await mayLink(birge, ctx)) || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  switch (act) {
    case 'qr':
      await wishFor(birge, { is: 'qr' });
      return showWhatsapp(birge, ctx, say('wa-qr-comes'));
    case 'code':
      return ctx.conversation.enter('whatsapp-code', '');
    case 'unlink': {
      const buttons = [
        [{ text: say('wa-unlink-yes'), data: 'wa:unlinked' }],
        [{ text: say('form-back'), data: 'go:whatsapp' }],
      ];
      await put(ctx.api, ctx.chatId, { text: say('wa-unlink-ask'), buttons });
      return;
    }
    case 'unlinked':
      await wishFor(birge, { is: 'unlink' });
      return showWhatsapp(birge, ctx, say('wa-unlinking'));
    case 'go-on':
      for (const [id, { kind }] of birge.channels) if (kind === 'whatsapp') await releaseBrake(birge.store, id);
      return showWhatsapp(birge, ctx, say('wa-goes-on'));
    default:
      return showWhatsapp(birge, ctx);
  }
}

/** Only administrators link an account; others hear so. */
async function mayLink(birge: Birge, ctx: OuterCtx): Promise<boolean> {
  if (maySomewhere(ctx.talk.roles, 'link-whatsapp')) return true;
  const say = birge.say(languageOf(ctx.talk));
  const menu = { text: say('menu-button'), data: 'go:menu' };
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, { text: say('health-not-yours'), buttons: [[menu]] });
  return false;
}

async function whatsappScreen(birge: Birge, say: Say): Promise<Screen> {
  const account = [...birge.channels].find(([, { kind }]) => kind === 'whatsapp')?.[0];
  const menu: ScreenButton[] = [{ text: say('menu-button'), data: 'go:menu' }];
  if (account === undefined) return { text: say('wa-off'), buttons: [menu] };
  const device = (await readDevice(birge)) ?? { is: 'starting', why: undefined };
  const brake = await readBrake(birge.store, account);
  const stopped = brake !== null && brake.stoppedAt !== null;
  const text = [
    say('health-device', { device: device.is, why: whyInWords(say, device.why ?? '') }),
    ...(stopped ? [say('wa-stopped', { why: whyInWords(say, brake.why ?? '') })] : []),
  ].join('\n');
  const goOn: ScreenButton[][] = stopped ? [[{ text: say('wa-go-on'), data: 'wa:go-on' }]] : [];
  const again = { text: say('health-again'), data: 'go:whatsapp' };
  return { text, buttons: [...goOn, ...acts(device, say), [again, ...menu]] };
}

function acts({ is }: DeviceNote, say: Say): ScreenButton[][] {
  if (is === 'linked') return [[{ text: say('wa-unlink'), data: 'wa:unlink' }]];
  if (is !== 'waiting') return [];
  return [[{ text: say('wa-qr-again'), data: 'wa:qr' }], [{ text: say('wa-code-ask'), data: 'wa:code' }]];
}

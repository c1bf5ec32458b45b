import { maySomewhere } from '../src/access/rights.ts';
import type { Birge, Ctx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { wishFor } from '../src/linking/notes.ts';
import { readPhone } from '../src/rules/phone.ts';
import { hearing } from '../src/screens/hearing.ts';
import type { Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';

/** Asks for the account's number, to link it by a code that is typed in on the phone. */
export function whatsappCode(birge: Birge): Turns<string> {
  return { name: 'whatsapp-code', show: (ctx) => show(birge, ctx), hear: (ctx) => hear(birge, ctx) };
}

async function show(birge: Birge, { talk }: Ctx): Promise<Step> {
  const say = birge.say(languageOf(talk));
  if (!maySomewhere(talk.roles, 'link-whatsapp')) return { is: 'over', screens: [{ text: say('health-not-yours') }] };
  const { note } = talk;
  talk.note = undefined;
  const text = [...(note ? [note] : []), say('wa-phone-ask')].join('\n\n');
  const buttons = [[{ text: say('form-back'), data: 'go:whatsapp' }]];
  return { is: 'wait', screens: [{ text, buttons, field: { input: 'phone' } }] };
}

async function hear(birge: Birge, ctx: Ctx): Promise<Heard> {
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const say = birge.say(languageOf(ctx.talk));
  const phone = heard.is === 'text' ? readPhone(heard.text) : undefined;
  if (phone === undefined) {
    ctx.talk.note = say('problem-not-a-phone');
    return { is: 'again' };
  }
  await wishFor(birge, { is: 'code', phone: phone.slice(1) });
  return {
    is: 'over',
    screens: [{ text: say('wa-code-comes'), buttons: [[{ text: say('wa-open'), data: 'go:whatsapp' }]] }],
  };
}

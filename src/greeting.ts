import type { TelegramState } from './telegram-side.ts';

/** What `npm start` prints: where to talk, what is on, and how to turn the rest on. */
export function greeting(on: {
  webAddress: string | undefined;
  telegram: TelegramState | undefined;
  whatsapp: boolean;
  embedded: boolean;
  dataDir: string;
}): string {
  const web = on.webAddress ? `Web chat   ${on.webAddress}` : 'Web chat   off (set WEB_CHAT=on)';
  const database = on.embedded
    ? `Database   embedded, in ${on.dataDir} (set SUPABASE_URL and SUPABASE_SECRET_KEY for a Supabase)`
    : 'Database   Supabase';
  return [
    '',
    'Birge is running.',
    `  ${web}`,
    `  ${telegramLine(on.telegram)}`,
    `  WhatsApp   ${whatsappLine(on.whatsapp, on.telegram !== undefined)}`,
    `  ${database}`,
    '',
    'Ctrl+C ends it.',
    '',
  ].join('\n');
}

const whatsappLine = (on: boolean, telegram: boolean): string =>
  !on
    ? 'off (set WHATSAPP=on; read docs/operating.md first)'
    : telegram
      ? 'on (the code that links it comes to administrators in Telegram: /whatsapp)'
      : 'on (the code that links it is printed here)';

function telegramLine(state: TelegramState | undefined): string {
  if (state === undefined) return 'Telegram   off (set TELEGRAM_BOT_TOKEN in .env; @BotFather gives one)';
  return state.is === 'on'
    ? `Telegram   https://t.me/${state.username}`
    : `Telegram   not yet: ${state.why} It is tried again.`;
}

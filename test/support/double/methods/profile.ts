import { isRecord, type CallArguments } from '../arguments.ts';
import { badRequest } from '../refusal.ts';
import type { TelegramState } from '../state.ts';
import type { Method } from './method.ts';

const scopes = new Set([
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
]);

export const getMe: Method = (state) => state.me;

export const setMyCommands: Method = (state, call) => {
  const commands = call.json('commands', "can't parse commands JSON object");
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  state.profile.commands.set(placeOf(state, call), commands.map(readCommand));
  return true;
};

export const deleteMyCommands: Method = (state, call) => {
  state.profile.commands.delete(placeOf(state, call));
  return true;
};

export const getMyCommands: Method = (state, call) => state.profile.commands.get(placeOf(state, call)) ?? [];

function readCommand(value: unknown): { command: string; description: string } {
  const fail = (why: string) => badRequest(`can't parse BotCommand: ${why}`);
  if (!isRecord(value)) throw fail('expected an Object');
  const { command, description } = value;
  if (typeof command !== 'string') throw fail('Can\'t find field "command"');
  if (typeof description !== 'string') throw fail('Can\'t find field "description"');
  if (!/^\/?[a-z\d_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.trim() === '') throw badRequest('command description must be non-empty');
  if ([...description].length > 256) throw badRequest('command description length must not exceed 256');
  return { command: command.replace('/', ''), description };
}

/** Where commands stand: `{"type":"default"} kk`. A chat's own commands need a chat that exists. */
function placeOf(state: TelegramState, call: CallArguments): string {
  const scope = call.json('scope', "can't parse BotCommandScope JSON object") ?? { type: 'default' };
  if (!isRecord(scope)) throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object");
  const type = String(scope['type'] ?? '');
  if (!scopes.has(type)) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  if (['chat', 'chat_administrators', 'chat_member'].includes(type)) state.chats.named(String(scope['chat_id'] ?? ''));
  return `${JSON.stringify(scope)} ${languageOf(call)}`;
}

function languageOf(call: CallArguments): string {
  const code = call.text('language_code');
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('invalid language code specified');
  return code;
}

/** A method that keeps one text of the bot per language. */
const keepText =
  (field: string, most: number): Method =>
  (state, call) => {
    const text = call.text(field);
    if ([...text].length > most) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
    state.profile.texts.set(`${field} ${languageOf(call)}`, text);
    return true;
  };

const giveText =
  (field: string): Method =>
  (state, call) => ({
    [field]: state.profile.texts.get(`${field} ${languageOf(call)}`) ?? state.profile.texts.get(`${field} `) ?? '',
  });

export const setMyName = keepText('name', 64);
export const setMyDescription = keepText('description', 512);
export const setMyShortDescription = keepText('short_description', 120);
export const getMyName = giveText('name');
export const getMyDescription = giveText('description');
export const getMyShortDescription = giveText('short_description');

export const setChatMenuButton: Method = (state, call) => {
  const button = call.json('menu_button', "can't parse menu button JSON object") ?? { type: 'default' };
  if (!isRecord(button)) throw badRequest("can't parse menu button: MenuButton must be an Object");
  if (!['default', 'commands', 'web_app'].includes(String(button['type']))) {
    throw badRequest("can't parse menu button: MenuButton has unsupported type");
  }
  if (call.has('chat_id')) state.chats.named(call.text('chat_id'));
  state.profile.menuButtons.set(call.text('chat_id') || 'default', button);
  return true;
};

export const getChatMenuButton: Method = (state, call) =>
  state.profile.menuButtons.get(call.text('chat_id') || 'default') ?? { type: 'commands' };

import type { BotCommand } from 'grammy/types';
import type { Say } from '../src/context.ts';

/** The commands everybody has, in the order of the messenger's menu. */
export const commands = [
  'menu',
  'deadlines',
  'diary',
  'language',
  'link',
  'mydata',
  'forget',
  'help',
  'cancel',
  'stop',
] as const;

/** The command menu in one language. */
export const commandsIn = (say: Say): BotCommand[] =>
  commands.map((command) => ({ command, description: say(`command-${command}`) }));

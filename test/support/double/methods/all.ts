import type { Method } from './method.ts';
import * as chat from './chat.ts';
import * as edit from './edit.ts';
import * as profile from './profile.ts';
import * as receive from './receive.ts';
import * as send from './send.ts';

const named: Record<string, Method> = { ...chat, ...edit, ...profile, ...receive, ...send };

/** Every method the double knows, by its name in small letters: the service does not tell capitals apart. */
export const methods = new Map(Object.entries(named).map(([name, method]) => [name.toLowerCase(), method]));

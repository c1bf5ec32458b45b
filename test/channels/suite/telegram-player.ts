import { meaning } from '../../support/filling.ts';
import type { Opening } from './player.ts';

/** By Telegram, with the double at the wire. */
export const onTelegram: Opening = async (stage, name) => {
  const person = stage.double.person({ id: 700, first_name: name });
  return {
    says: async (text) => void (await person.says(text)),
    picks: async (act) => void (await person.presses(meaning(act))),
    sendsPicture: async (bytes) => void (await person.sends.photo(bytes)),
    sendsDocument: async (bytes, file, mime) => void (await person.sends.document(bytes, file, mime)),
    transcript: () => person.transcript(),
  };
};

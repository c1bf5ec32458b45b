import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { personalColumns } from '../src/privacy/columns.ts';
import { putFile } from '../src/screens/put-file.ts';
import { put } from '../src/screens/put.ts';
import { forgetPerson, readPersonal } from '../src/store/privacy.ts';

/** `/mydata`: everything stored about the person as a file, and the files they have sent. Only in a private chat. */
export async function sendMyData(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(talk));
  const data = await readPersonal(birge.store, talk.person.id, personalColumns);
  const json = new TextEncoder().encode(JSON.stringify(data, undefined, 2));
  const { api, chatId } = ctx;
  await putFile(api, chatId, {
    as: 'document',
    bytes: json,
    name: 'birge-my-data.json',
    caption: say('mydata-caption'),
  });
  for (const row of data['files.owner_person'] ?? []) {
    const bytes = await birge.files.get(String(row['path']));
    const ending = String(row['mime']).split('/')[1] ?? 'bin';
    await putFile(api, chatId, { as: 'document', bytes, name: `${String(row['id'])}.${ending}` });
  }
  await put(api, chatId, {
    text: say('mydata-end'),
    buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
  });
}

/** `/forget`: what will go and what stays; two questions stand before it. */
export async function askForget(birge: Birge, ctx: OuterCtx, times: 1 | 2): Promise<void> {
  if (ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  await put(ctx.api, ctx.chatId, {
    text: say(times === 1 ? 'forget-ask' : 'forget-ask-again'),
    buttons: [
      [
        {
          text: say(times === 1 ? 'forget-yes' : 'forget-yes-again'),
          data: times === 1 ? 'forget:again' : 'forget:now',
        },
      ],
      [{ text: say('forget-no'), data: 'go:menu' }],
    ],
  });
}

/** Erases the person. Their next message makes a new person who is asked everything anew. */
export async function forget(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(talk));
  await forgetPerson(birge.store, talk.person.id, personalColumns, false, birge.now());
  talk.erased = true;
  await put(ctx.api, ctx.chatId, { text: say('forget-done') });
}

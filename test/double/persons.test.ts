import { expect, test } from 'vitest';
import { opened, said } from './calls.ts';

const buttons = (...rows: string[][]) => ({
  inline_keyboard: rows.map((row) => row.map((text) => ({ text, callback_data: `data:${text}` }))),
});

test('commands are marked, a press looks like the real one', async () => {
  const { double, dana } = await opened();
  const { message } = await dana.says('/lang@birge_bot kk');
  expect(message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 15 }]);
  await double.call('sendMessage', { chat_id: 7, text: 'a', reply_markup: buttons(['Иә', 'Жоқ']) });
  const { callback_query } = await dana.presses('Жоқ');
  expect(callback_query).toMatchObject({
    from: { id: 7, language_code: 'kk' },
    data: 'data:Жоқ',
    message: { text: 'a', chat: { id: 7 }, reply_markup: buttons(['Иә', 'Жоқ']) },
  });
  expect(callback_query?.chat_instance).toMatch(/^-?\d+$/);
});

test('the newest button wins unless an old message is named', async () => {
  const { double, dana } = await opened();
  await double.call('sendMessage', { chat_id: 7, text: 'бір', reply_markup: buttons(['Иә']) });
  const old = dana.last();
  await double.call('sendMessage', { chat_id: 7, text: 'екі', reply_markup: buttons(['Иә']) });
  expect((await dana.presses('Иә')).callback_query?.message).toMatchObject({ text: 'екі' });
  expect((await dana.presses('Иә', old)).callback_query?.message).toMatchObject({ text: 'бір' });
  await expect(dana.presses('Мүмкін')).rejects.toThrow('there is no button "Мүмкін"; on the screen:');
  await double.call('deleteMessage', { chat_id: 7, message_id: old.message_id });
  await expect(dana.presses('Иә', old)).rejects.toThrow('there is no button');
  expect((await dana.pressesData('data:Иә', old)).callback_query?.message).toMatchObject({
    message_id: old.message_id,
    date: 0,
  });
});

test('a keyboard under the text field says its words, and hides after one use if told so', async () => {
  const { double, dana } = await opened();
  const reply_markup = {
    keyboard: [['Иә', 'Жоқ'], [{ text: 'Нөмірім', request_contact: true }]],
    one_time_keyboard: true,
  };
  await double.call('sendMessage', { chat_id: 7, text: 'a', reply_markup });
  expect((await dana.presses('Жоқ')).message?.text).toBe('Жоқ');
  await expect(dana.presses('Нөмірім')).rejects.toThrow('there is no button');
  await double.call('sendMessage', { chat_id: 7, text: 'a', reply_markup });
  expect((await dana.presses('Нөмірім')).message?.contact).toEqual({
    phone_number: '+77010000000',
    first_name: 'Дана',
    user_id: 7,
  });
});

test('blocking tells the bot; what it sends then is refused', async () => {
  const { double, dana } = await opened();
  const update = await dana.blocks();
  expect(update.my_chat_member?.new_chat_member.status).toBe('kicked');
  expect(said(await double.call('sendMessage', { chat_id: 7, text: 'a' }))).toBe(
    '403 Forbidden: bot was blocked by the user',
  );
  await expect(dana.says('a')).rejects.toThrow('this person blocks the bot');
});

test('hears waits for what is not said yet and does not hear twice', async () => {
  const { double, dana } = await opened();
  const heard = dana.hears(/^ек/);
  await double.call('sendMessage', { chat_id: 7, text: 'бір' });
  await double.call('sendMessage', { chat_id: 7, text: 'екі' });
  expect((await heard).text).toBe('екі');
  await expect(dana.hears('екі', 1)).rejects.toThrow(
    'the bot has not said something like екі within 1 ms; since then:\n',
  );
  await double.call('sendMessage', { chat_id: 7, text: 'екі' });
  expect((await dana.hears('екі')).text).toBe('екі');
});

test('in a group the bot learns only what is meant for it', async () => {
  const { double, dana } = await opened();
  const group = double.group({ title: 'Еріктілер' });
  await group.says(dana, 'бәріне сәлем');
  await group.says(dana, '/help@other_bot');
  await group.says(dana, '/help');
  await group.says(dana, '@birge_bot көмектес');
  expect(double.waiting.map((update) => update.message?.text)).toEqual(['/help', '@birge_bot көмектес']);
  expect(group.transcript()).toBe('Дана: бәріне сәлем\nДана: /help@other_bot\nДана: /help\nДана: @birge_bot көмектес');
  const contact = { keyboard: [[{ text: 'a', request_contact: true }]] };
  expect(said(await double.call('sendMessage', { chat_id: group.chat.id, text: 'a', reply_markup: contact }))).toBe(
    '400 Bad Request: phone number can be requested in private chats only',
  );
  await group.kicksBot(dana);
  expect(said(await double.call('sendMessage', { chat_id: group.chat.id, text: 'a' }))).toBe(
    '403 Forbidden: bot was kicked from the supergroup chat',
  );
});

test('a group that became a supergroup says where it is now', async () => {
  const { double, dana } = await opened();
  const group = double.group({ title: 'Еріктілер', type: 'group', id: -55 });
  const [left, arrived] = await group.becomesSupergroup(dana);
  expect(left?.message?.migrate_to_chat_id).toBe(group.chat.id);
  expect(arrived?.message?.migrate_from_chat_id).toBe(-55);
  expect(await double.call('sendMessage', { chat_id: -55, text: 'a' })).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: group.chat.id },
  });
  expect(said(await double.call('sendMessage', { chat_id: group.chat.id, text: 'a' }))).toBe('ok');
});

test('commands stand by scope and language', async () => {
  const { double } = await opened();
  await double.call('setMyCommands', { commands: [{ command: 'menu', description: 'Мәзір' }], language_code: 'kk' });
  expect(double.commands('kk')).toEqual([{ command: 'menu', description: 'Мәзір' }]);
  expect(double.commands()).toEqual([]);
  await double.call('deleteMyCommands', { language_code: 'kk' });
  expect(double.commands('kk')).toEqual([]);
});

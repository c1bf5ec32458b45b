import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import { newcomer, now, presses, say, story } from '../people/scene.ts';
import { answers, areOne, asksForCode, becomesReady, confirmsThere, openMessengers, told } from './kit.ts';
import type { Messengers } from './kit.ts';

let on: Messengers;
beforeAll(async () => {
  on = await openMessengers();
});
afterAll(() => on.stage.close());

test('somebody on Telegram adds their WhatsApp: a code, a yes there, a yes here', async () => {
  const here = await becomesReady(on.person('telegram', 1, 'Aset'));
  const from = now(here);
  await here.says('/menu');
  await presses(here, 'go:messengers');
  const code = await asksForCode(here);
  const there = on.person('whatsapp', 1001, 'Aset W');
  await confirmsThere(on.stage, there, code);
  expect(await areOne(on.stage, 1, 1001)).toBe(false);
  await answers(on.stage, here, true);
  expect(await areOne(on.stage, 1, 1001)).toBe(true);
  await there.says('/menu');
  await there.says('/link');
  expect(told(here, from)).toMatchInlineSnapshot(`
    "Aset: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My messengers]
      [My data] [Language] [Help]
    Aset: [My messengers]
    Birge: I know you here. If you add another messenger, you can go on in either of them with what you have begun.

      • Telegram
      [Add another]
      [Menu]
    Aset: /link
    Birge: I know you here. If you add another messenger, you can go on in either of them with what you have begun.

      • Telegram
      [Add another]
      [Menu]
    Aset: [Add another]
    Birge: Open the link of your other messenger. It is valid for 30 minutes and works once. Please give it to nobody.

      https://wa.me/77000000002?text=j_CODE
      https://birge.example/?start=j_CODE

      Or send me this code as a message there:
      j_CODE
      [Menu]
    Birge: Somebody on WhatsApp has sent your code. Was it you?

      The number 1234 stands there. Confirm only if you see the very same number on your own screen. If there is no answer within 30 minutes, nothing changes.
      [Yes, it was me]
      [No, not me]
    Aset: [Yes, it was me]
    Birge: Joined! From now on both messengers are the same: write in either, I know you.
      [Menu]"
  `);
  expect(told(there)).toMatchInlineSnapshot(`
    "Aset W: /start j_CODE
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]
    Aset W: [English]
    Birge: Shall I join the two messengers? Then all you have filled in in either of them stays together, and so do your roles and deadlines. This cannot be undone.

      Agree only if you yourself have just got the code in your other messenger. If somebody else sent it to you, answer “No”: otherwise they see everything about you.
      [Yes, join]
      [No]
    Aset W: [Yes, join]
    Birge: Now go back to the messenger where you got the code, and confirm. Compare this number: 1234

      If it is not confirmed within 30 minutes, nothing changes.
    Birge: Joined! From now on both messengers are the same: write in either, I know you.
      [Menu]
    Aset W: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My messengers]
      [My data] [Language] [Help]
    Aset W: /link
    Birge: I know you here. If you add another messenger, you can go on in either of them with what you have begun.

      • Telegram
      • WhatsApp
      [Add another]
      [Menu]"
  `);
});

test('where there is one messenger only, the menu offers no other, and /link says so', async () => {
  const stage = await openStage();
  const here = await newcomer(stage, { id: 1, name: 'Aset' });
  expect(here.last().buttons.flat()).not.toContain(say('menu-messengers'));
  const from = now(here);
  await here.says('/link');
  expect(story(here, from)).toMatchInlineSnapshot(`
    "Aset: /link
    Birge: I know you here. There are no other messengers at the moment, so there is nothing to join.

      • Telegram
      [Menu]"
  `);
  await stage.close();
});

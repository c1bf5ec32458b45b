import { pdf, png } from '../../support/sent-files.ts';
import type { Player } from './player.ts';

/** From the first message to the form that is sent: every way in which something can be answered, once at least. */
export async function fromFirstMessageToThanks(person: Player): Promise<void> {
  await person.says('Сәлеметсіз бе!');
  await person.picks('w:lang:ru', '2');
  await person.says('1985');
  await person.picks('w:agree', 'Даю согласие');
  await person.says('14.05.2001');
  await person.picks('go:projects', '1');
  await person.picks('go:pool', '1');
  // One choice, and one's own words in its place.
  await person.picks('other', '3');
  await person.says('Курсы <сварщика> & *токаря*');
  // Back, and on again without answering anew.
  await person.picks('back', 'назад');
  await person.picks('keep', 'Оставить как есть');
  await person.picks('male', '2');
  // Several choices: ticked, taken back, own words beside them.
  await person.picks('+friends', '1');
  await person.picks('+team', '3.');
  await person.picks('-friends', '1');
  await person.picks('+own', 'другое');
  await person.says('Море');
  await person.picks('done', 'готово');
  // A mark, and numbers that are answers themselves.
  await person.picks('4', '4');
  await person.says('120');
  await person.picks('skip', 'пропустить');
  await person.says('Серикова Айгерим');
  await person.picks('skip', 'ПРОПУСТИТЬ!');
  // Later, and on where it stood.
  await person.picks('pause', 'отложить');
  await person.picks('go:on', 'продолжить');
  await person.says('Первая строка\nи вторая_строка');
  await person.says('01.09.2026');
  await person.says('8 701 123 45 67');
  await person.says('aigerim@mail.kz');
  await person.says('012 345 678');
  await person.picks('yes', '1');
  await person.sendsPicture(png());
  await person.sendsDocument(pdf(), 'Анықтама.pdf', 'application/pdf');
  await person.picks('done', 'готово');
  // What is answered can be changed before it is sent.
  await person.picks('hours:change', '5');
  await person.says('90');
  await person.picks('send', 'отправить');
}

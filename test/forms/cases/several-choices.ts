import { answered, press, refused, stored, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'reasons';
const two = { picked: ['friends', 'career'] };

export const cases: TypeCases = {
  accepts: [
    { question, input: press('+friends'), outcome: stored({ picked: ['friends'] }) },
    { question, current: { picked: ['friends'] }, input: press('+friends'), outcome: stored({ picked: ['friends'] }) },
    { question, current: { picked: ['friends'] }, input: press('+career'), outcome: stored(two) },
    { question, current: two, input: press('+team'), outcome: refused('too-many-choices', { max: 2 }) },
    { question, current: two, input: text('Team'), outcome: refused('too-many-choices', { max: 2 }) },
    { question, current: two, input: text('own words'), outcome: refused('too-many-choices', { max: 2 }) },
    { question, current: two, input: press('-career'), outcome: stored({ picked: ['friends'] }) },
    { question, current: { picked: ['friends'] }, input: press('-career'), outcome: stored({ picked: ['friends'] }) },
    { question, current: two, input: press('done'), outcome: answered(['friends', 'career']) },
    { question, current: ['friends'], input: press('done'), outcome: answered(['friends']) },
    { question, current: two, input: text('готово'), outcome: answered(['friends', 'career']) },
    { question, current: ['friends'], input: press('+career'), outcome: stored(two) },
    { question, input: press('done'), outcome: refused('choose-at-least-one') },
    { question, current: { picked: [] }, input: press('done'), outcome: refused('choose-at-least-one') },
    { question, current: { picked: ['gone'] }, input: press('done'), outcome: refused('choose-at-least-one') },
    { question, input: press('+own'), outcome: stored({ picked: [{ other: '' }] }) },
    { question, current: { picked: [{ other: '' }] }, input: press('done'), outcome: refused('write-other') },
    {
      question,
      current: { picked: ['team', { other: '' }] },
      input: text('Мен үшін'),
      outcome: stored({ picked: ['team', { other: 'Мен үшін' }] }),
    },
    {
      question,
      current: { picked: [{ other: 'old' }] },
      input: press('+own'),
      outcome: stored({ picked: [{ other: 'old' }] }),
    },
    { question, current: { picked: [{ other: 'old' }] }, input: press('-own'), outcome: stored({ picked: [] }) },
    { question, input: text('КАРЬЕРА'), outcome: stored({ picked: ['career'] }) },
    { question, current: two, input: press('+none'), outcome: stored({ picked: ['none'] }) },
    { question, current: { picked: ['none'] }, input: press('+team'), outcome: stored({ picked: ['team'] }) },
    { question, input: press('friends'), outcome: refused('old-button') },
    { question, input: press('+gone'), outcome: refused('old-button') },
    { question, input: press('skip'), outcome: refused('cannot-skip') },
  ],
  shows: [
    {
      question,
      value: ['friends', { other: 'из любопытства' }],
      ru: 'Друзья; Другое: из любопытства',
      buttons: [
        ['✓ Друзья → -friends'],
        ['Карьера → +career'],
        ['Команда → +team'],
        ['✓ Другое → -own'],
        ['Ничего → +none'],
        ['Готово → done'],
      ],
    },
  ],
  misfits: [
    { question, value: ['gone'] },
    { question, value: ['friends', 'career', 'team'] },
    { question, value: [] },
    { question, value: 'friends' },
    { question, value: [{ file: '1', kind: 'photo' }] },
  ],
};

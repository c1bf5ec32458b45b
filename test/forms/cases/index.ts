import type { TypeCases } from './case.ts';
import { cases as date } from './date.ts';
import { cases as email } from './email.ts';
import { cases as file } from './file.ts';
import { cases as identityCard } from './identity-card.ts';
import { cases as longText } from './long-text.ts';
import { cases as number } from './number.ts';
import { cases as oneChoice } from './one-choice.ts';
import { cases as phone } from './phone.ts';
import { cases as scale } from './scale.ts';
import { cases as severalChoices } from './several-choices.ts';
import { cases as shortText } from './short-text.ts';
import { cases as yesNo } from './yes-no.ts';

/** Every type of question has its cases here; a type without them fails the suite. */
export const casesOf: Readonly<Record<string, TypeCases>> = {
  'one-choice': oneChoice,
  'several-choices': severalChoices,
  scale,
  number,
  'short-text': shortText,
  'long-text': longText,
  date,
  phone,
  email,
  'identity-card': identityCard,
  'yes-no': yesNo,
  file,
};

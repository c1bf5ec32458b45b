import { talk as date } from './date.ts';
import { talk as email } from './email.ts';
import { talk as file } from './file.ts';
import { talk as identityCard } from './identity-card.ts';
import { talk as longText } from './long-text.ts';
import { talk as number } from './number.ts';
import { talk as oneChoice } from './one-choice.ts';
import { talk as phone } from './phone.ts';
import { talk as scale } from './scale.ts';
import { talk as severalChoices } from './several-choices.ts';
import { talk as shortText } from './short-text.ts';
import type { TypeTalk } from './talk.ts';
import { talk as yesNo } from './yes-no.ts';

/** Every type of question is talked through here; a type without a talk fails the suite. */
export const talks: Readonly<Record<string, TypeTalk>> = {
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

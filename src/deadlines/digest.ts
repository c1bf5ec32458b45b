import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import type { Screen } from '../screens/screen.ts';
import type { ToldOf } from '../store/deadlines.ts';
import type { Language } from '../store/talks.ts';
import { allMine, allOfMyPeople, cardScreen } from './card.ts';
import { buttonOf, lineOf, titleOf } from './lines.ts';
import { daysUntil } from './words.ts';

/** Deadlines with a line and a button of their own in a digest. */
const most = 8;

/** The message of a day: a single notice is its card; several are a short list, and others' deadlines are counted. */
export function digestScreen(birge: Birge, language: Language, told: readonly ToldOf[]): Screen {
  const [first] = told;
  if (first !== undefined && told.length === 1) {
    return cardScreen(birge, language, first, first.own ? 'owner' : 'overseer');
  }
  const say = birge.say(language);
  const own = told.filter((one) => one.own);
  const others = told.filter((one) => !one.own);
  const shown = own.slice(0, most);
  const mine = shown.map((one, index) => lineOf(birge, language, one, index + 1, 'owner'));
  const rest = own.length > shown.length ? [say('due-more', { count: own.length - shown.length })] : [];
  const parts = [
    ...(own.length > 0 ? [[`<b>${say('due-digest')}</b>`, ...mine, ...rest].join('\n')] : []),
    ...(others.length > 0
      ? [[`<b>${say('due-digest-people')}</b>`, ...counted(birge, language, others)].join('\n')]
      : []),
  ];
  return {
    text: parts.join('\n\n'),
    buttons: [
      ...shown.map((one, index) => buttonOf(birge, language, one, index + 1, 'owner')),
      ...(own.length > 0 ? [allMine(say)] : []),
      ...(others.length > 0 ? [allOfMyPeople(say)] : []),
    ],
  };
}

/** Others' deadlines by kind, first those of which most have slipped. */
function counted(birge: Birge, language: Language, others: readonly ToldOf[]): string[] {
  const say = birge.say(language);
  const day = today(birge);
  const groups = Map.groupBy(others, (one) => `${daysUntil(one.dueOn, day) < 0 ? 'late' : 'open'} ${one.kind}`);
  return [...groups]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([key, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      // One person may owe several of a kind: the steps of a plan.
      const owners = new Set(group.map(({ person, organisation }) => person ?? `organisation ${organisation}`));
      const vars = { count: owners.size, who: first.owned, title: titleOf(birge, language, first) };
      return [say(key.startsWith('late') ? 'due-people-late' : 'due-people-open', vars)];
    });
}

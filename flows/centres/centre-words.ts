import { today } from '../../src/context.ts';
import type { Birge } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { overview } from '../../src/forms/index.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import type { LevelId } from '../../src/rules/label-codes.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Language } from '../../src/store/talks.ts';

/** The form by which a centre is described; its own words tell of what was answered. */
export const describing = 'youth-centre';

/** What is known of a centre at first sight, in Telegram's HTML: name, kind, region, whether it is confirmed, its label. */
export function headOf(birge: Birge, centre: Omit<Centre, 'above'>, language: Language): string {
  const say = birge.say(language);
  const region = regionIn(birge, centre.region, language);
  return [
    `<b>${nameIn(centre, language)}</b>`,
    escapeHtml([birge.label.centres[centre.kind][language], ...(region === undefined ? [] : [region])].join(' · ')),
    say(centre.confirmed ? 'jb-ctr-confirmed' : 'jb-ctr-unconfirmed'),
    awardIn(birge, centre.award, language),
  ].join('\n');
}

/** The centre's name in Telegram's HTML, short enough to leave room for what matters. */
export const nameIn = ({ name }: Pick<Centre, 'name'>, language: Language): string =>
  escapeHtml(shorten(inWords(name, language), 150));

/** A level as the document calls it, plain. */
export const levelIn = ({ label }: Pick<Birge, 'label'>, level: LevelId, language: Language): string =>
  label.levels.find(({ id }) => id === level)?.title[language] ?? level;

/** The label that a centre holds, held, or has never had, as a line of Telegram's HTML. */
export function awardIn(birge: Birge, award: Centre['award'], language: Language): string {
  const say = birge.say(language);
  if (award === null) return say('jb-ctr-no-award');
  const known = { level: levelIn(birge, award.level, language), day: dayInWords(award.until, language) };
  return say(award.until >= today(birge) ? 'jb-ctr-award' : 'jb-ctr-award-over', known);
}

/** What is known of a centre, or these parts of it, as its form calls them: a line of HTML each. */
export function detailLines(birge: Birge, centre: Centre, language: Language, parts?: readonly string[]): string[] {
  const form = birge.forms.get(describing);
  const { name, region, kind, head, phone, email, address } = centre;
  const answers = { name_kk: name.kk, name_ru: name.ru ?? null, region, kind, head, phone, email, address };
  const lines = form === undefined ? [] : overview(form, answers, language, { today: '' });
  return lines.flatMap(({ id, question, answer }) =>
    answer === null || answer === '' || parts?.includes(id) === false
      ? []
      : [`${escapeHtml(question)}: <b>${escapeHtml(answer)}</b>`],
  );
}

/** The region's name, plain; undefined: none is known. */
export function regionIn({ forms }: Pick<Birge, 'forms'>, region: string | null, language: Language) {
  const form = forms.get(describing);
  const lines = form === undefined ? [] : overview(form, { region }, language, { today: '' });
  return lines.find(({ id }) => id === 'region')?.answer ?? undefined;
}

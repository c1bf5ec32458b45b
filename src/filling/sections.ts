import type { Birge } from '../context.ts';
import { next, required, say as words, sectionsOf } from '../forms/index.ts';
import type { Section } from '../forms/index.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
import { shorten } from '../screens/shorten.ts';
import type { Talk } from '../talks/talk.ts';
import { languageOf, pressOf } from './opened.ts';
import type { Opened } from './opened.ts';
import type { AtOverview } from './outlook.ts';

/**
 * The sections of a form that is walked by them: which are done (●), begun (◐) and open (○), each opened by its button;
 * and, once everything is answered, the button that ends it.
 */
export function showSections(
  birge: Birge,
  talk: Talk,
  open: Opened,
  note: string | undefined,
  added: AtOverview,
): Screen[] {
  const language = languageOf(talk);
  const say = birge.say(language);
  const press = pressOf(open, 'overview');
  const pressed = talk.update.callback_query;
  if (added.asks !== undefined && pressed?.data === press('send')) {
    const buttons = [
      [{ text: say('fill-end-yes'), data: press('sure') }],
      [{ text: say('fill-end-no'), data: press('list') }],
    ];
    return [{ text: added.asks, buttons }];
  }
  const sections = sectionsOf(open.whole);
  const name = open.draft.organisation?.name;
  const text = [
    note,
    `<b>${escapeHtml(words(open.whole.title, language, open.facts))}</b>${name ? `\n${escapeHtml(name[language] ?? name.kk)}` : ''}`,
    sections.map((section, index) => line(open, section, language, added.sections?.[index])).join('\n'),
    added.note,
  ];
  const screen: Screen = {
    text: text.filter(Boolean).join('\n\n'),
    buttons: [
      ...sections.map((section) => [opening(open, section, language)]),
      ...(added.buttons ?? []),
      [
        { text: say('form-pause'), data: press('pause') },
        ...(isWhole(open) ? [{ text: say('fill-end'), data: press('send') }] : []),
      ],
    ],
  };
  const here = pressed?.message?.message_id;
  return [talk.inPlace && here !== undefined ? { ...screen, replaces: here } : screen];
}

const isWhole = ({ form, state }: Opened): boolean => next(form, state) === 'overview';

/** Done, begun or open, by the questions that have to be answered. */
function sign({ draft }: Opened, { questions }: Section): string {
  const asked = required(questions);
  const answered = asked.filter(({ id }) => draft.answered.has(id)).length;
  if (answered === 0) return '○';
  return answered === asked.length ? '●' : '◐';
}

function line(open: Opened, section: Section, language: 'kk' | 'ru' | 'en', far: string | undefined): string {
  const asked = required(section.questions);
  const answered = asked.filter(({ id }) => open.draft.answered.has(id)).length;
  const said = [`${answered}/${asked.length}`, far].filter(Boolean).join(' · ');
  return `${sign(open, section)} ${escapeHtml(section.title[language])} — <b>${said}</b>`;
}

/** Leads to the first question of the section without an answer, otherwise to its first. */
function opening(open: Opened, section: Section, language: 'kk' | 'ru' | 'en'): ScreenButton {
  const asked = required(section.questions);
  const to = asked.find(({ id }) => !open.draft.answered.has(id)) ?? asked[0];
  const text = shorten(`${sign(open, section)} ${section.title[language]}`, 60);
  return { text, data: pressOf(open, to?.id ?? 'overview')('change') };
}

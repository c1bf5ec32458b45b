import type { Birge } from '../context.ts';
import { next, required, say as words, sectionsOf } from '../forms/index.ts';
import type { Section } from '../forms/index.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
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
    [
      `<b>${escapeHtml(words(open.whole.title, language, open.facts))}</b>`,
      name && escapeHtml(name[language] ?? name.kk),
      added.heading,
    ]
      .filter(Boolean)
      .join('\n'),
    added.note,
  ];
  const screen: Screen = {
    text: text.filter(Boolean).join('\n\n'),
    buttons: [
      ...sections.map((section, index) => [opening(open, section, language, added.sections?.[index])]),
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

/**
 * Leads to the first question of the section without an answer, otherwise to its first. Says how much of it has been answered,
 * by the questions that have to be, and how far it is.
 */
function opening(open: Opened, section: Section, language: 'kk' | 'ru' | 'en', far: string | undefined): ScreenButton {
  const { draft } = open;
  const asked = required(section.questions);
  const answered = asked.filter(({ id }) => draft.answered.has(id)).length;
  const sign = answered === 0 ? '○' : answered === asked.length ? '●' : '◐';
  const said = [
    `${sign} ${section.title[language]}`,
    `${answered}/${asked.length}`,
    ...(far === undefined ? [] : [far]),
  ];
  const to = asked.find(({ id }) => !draft.answered.has(id)) ?? asked[0];
  return { text: said.join(' · '), data: pressOf(open, to?.id ?? 'overview')('change') };
}

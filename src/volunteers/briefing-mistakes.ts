import { lengthOf } from '../forms/text.ts';
import { languages } from '../forms/words.ts';
import type { Words } from '../forms/words.ts';
import type { SafetyBriefing, Topic } from './briefing-shape.ts';

/** Characters as people count them. Ours: an option is a button, and a card is read on an old phone without turning it. */
const longest = { title: 50, card: 500, question: 150, option: 60, point: 150 };
/** Points of tutors in one list: they are one message of 1,000 characters at most. */
const mostPoints = 6;

/** What is wrong with the briefing although each of its fields could be read: place, value, fix. */
export const briefingMistakes = ({ topics, tutors }: SafetyBriefing): string[] => [
  ...twice(topics.map(({ id }) => id)).map((id) => `topics: "${id}" stands there twice; give each its own id`),
  ...topics.flatMap((topic) => topicMistakes(topic).map((mistake) => `topic "${topic.id}": ${mistake}`)),
  ...pointMistakes('tutors.may', tutors.may),
  ...pointMistakes('tutors.not', tutors.not),
];

function topicMistakes({ title, card, question: { text, options } }: Topic): string[] {
  const right = options.filter((option) => option.right).length;
  const many = options.length < 2 || options.length > 3;
  return [
    ...lengthMistakes('title', title, longest.title),
    ...lengthMistakes('card', card, longest.card),
    ...lengthMistakes('question.text', text, longest.question),
    ...(many ? [`question.options: ${options.length} stand there; write two or three`] : []),
    ...(right === 1 ? [] : [`question.options: ${right} are right; write "right: true" at exactly one`]),
    ...options.flatMap((option, index) =>
      lengthMistakes(`question.options[${index + 1}].text`, option.text, longest.option),
    ),
    ...languages.flatMap((language) =>
      twice(options.map((option) => option.text[language])).map(
        (same) => `question.options: "${same}" stands there twice in ${language}; let each option say something else`,
      ),
    ),
  ];
}

const pointMistakes = (place: string, points: readonly Words[]): string[] => [
  ...(points.length > mostPoints
    ? [`${place}: ${points.length} sentences stand there; write at most ${mostPoints}`]
    : []),
  ...points.flatMap((point, index) => lengthMistakes(`${place}[${index + 1}]`, point, longest.point)),
];

const lengthMistakes = (place: string, texts: Words, most: number): string[] =>
  languages.flatMap((language) => {
    const length = lengthOf(texts[language]);
    return length > most ? [`${place}.${language}: has ${length} characters; write at most ${most}`] : [];
  });

const twice = (all: readonly string[]): string[] => [...new Set(all.filter((one, index) => all.indexOf(one) < index))];

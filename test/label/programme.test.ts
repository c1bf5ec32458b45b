import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadInstrument } from '../../src/label/instrument.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');
const { application, award, benefits, estimate, league, stages } = instrument;

test('the label is awarded for three years', () => {
  expect([award.years, award.source]).toEqual([3, 'item 9']);
});

test('it brings six benefits, each with its item', () => {
  expect(benefits.map(({ id, source }) => `${source} ${id}`)).toEqual([
    'item 7(1) publicity',
    'item 7(2) league',
    'item 7(3) practice',
    'item 7(4) support',
    'item 7(5) events',
    'item 7(6) sign',
  ]);
});

test('the League is of the first level unless set otherwise, and the conflict is told in every language', () => {
  expect(league.members).toEqual(['gold']);
  expect(league.ours).toBeDefined();
  for (const note of Object.values(league.note)) expect(note).toMatch(/4\(3\).*7\(2\)/);
});

test('the programme has four stages with their lengths', () => {
  expect(stages.map(({ id, lasts }) => [id, lasts])).toEqual([
    ['first_assessment', { months: 1 }],
    ['action_plan', { days: 15 }],
    ['school', { months: 3 }],
    ['final_assessment', { months: 1 }],
  ]);
});

test('the School has its parts, which are longer than the whole', () => {
  const school = stages.find(({ id }) => id === 'school');
  expect(school?.parts?.map(({ id, lasts }) => [id, lasts])).toEqual([
    ['online', { months: 2 }],
    ['home', { days: 10 }],
    ['workshop', undefined],
    ['practice', { months: 2, to: 3 }],
  ]);
  expect(school?.note).toBeDefined();
});

test('the application keeps to the document', () => {
  expect(application).toMatchObject({
    address: 'jroaqb@eljastary.kz',
    mark: 'JASTAR BELGISI',
    languages: ['kk', 'ru'],
    format: {
      files: ['doc', 'docx'],
      paper: 'A4',
      margin_cm: 2.5,
      font: 'Times New Roman',
      size_pt: 12,
      line_spacing: 1,
    },
    letter: { pages: 3, finished_within_years: 3 },
  });
  expect(application.cover_page.map(({ id }) => id)).toEqual([
    'name',
    'legal_status',
    'contact_person',
    'email',
    'phone',
    'address',
  ]);
  expect(application.letter.parts.map(({ id }) => id)).toEqual([
    'mission',
    'target_group',
    'current_projects',
    'finished_projects',
  ]);
});

test('what the document does not say is marked as ours', () => {
  const ours = [estimate.ours, league.ours, application.ours, instrument.editions.ours, instrument.form.files.ours];
  expect(ours.filter((reason) => reason === undefined || reason.length < 20)).toEqual([]);
});

test('the words of the glossary are used', () => {
  const written = readFileSync('content/jastar-belgisi.yaml', 'utf8');
  const words = [
    'сапа белгісі',
    'табысты тәжірибе мысалы',
    'оң үрдістер',
    'қосымша назар аударуды қажет ететін',
    'іс-қимыл жоспары',
    'Мемлекеттік жастар саясаты мектебі',
    'Ұлттық жастар орталықтары лигасы',
    'алғашқы сарапшылық бағалау',
    'Заключительная экспертная оценка',
    'Школа государственной молодёжной политики',
    'Национальная лига молодёжных центров',
    'пример успешной практики',
    'бейресми білім беру',
    'Не в полной мере',
  ];
  expect(words.filter((word) => !written.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BrokenContent } from '../../src/content-file.ts';
import { readContent } from '../../src/content.ts';
import { codesOf, questionOf } from '../../src/forms/form.ts';
import { directions } from '../../src/forms/index.ts';
import { holdsMail, holdsPhone } from '../../src/rules/contacts.ts';
import { skillColumns } from '../../src/rules/volunteer-codes.ts';
import { skillsForm } from '../../src/volunteers/skill-table.ts';
import { loadSkills } from '../../src/volunteers/skills.ts';
import { loadWhereToGo } from '../../src/volunteers/where-to-go.ts';

const { forms, volunteering } = readContent('content');
const { organisations, sites, year } = volunteering.whereToGo;
const question = (form: string, id: string) => {
  const found = forms.get(form);
  return found && questionOf(found, id);
};
const folder = mkdtempSync(join(tmpdir(), 'birge-volunteers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a file of this text is refused for, without the file's name. */
function refused(load: (file: string) => unknown, text: string): string[] {
  const file = join(folder, 'content.yaml');
  writeFileSync(file, text);
  try {
    load(file);
  } catch (error) {
    if (error instanceof BrokenContent) return error.problems.map((problem) => problem.replace(`${file}: `, ''));
    throw error;
  }
  return [];
}

test('annex 8 has 78 rows, of which two are one body', () => {
  const rows = Array.from({ length: 78 }, (_, index) => String(index + 1)).filter((row) => row !== '73');
  expect(organisations.map(({ code }) => code)).toEqual(rows);
  expect(year).toBe(2020);
});

test('nobody can be called, written to or found by the list', () => {
  // Comments too: what is left out must not stand there either.
  const lines = readFileSync('content/where-to-go.yaml', 'utf8').split('\n');
  expect(lines.filter((line) => holdsPhone(line) || holdsMail(line) || line.includes('@'))).toEqual([]);
  const persons = /galiya|tansho|radaurl|oksana|pvictor|qostanay\.tv/i;
  expect(lines.filter((line) => persons.test(line))).toEqual([]);
});

test('cities that bear another name now stand under it, in the regions of today', () => {
  const cities = new Map(organisations.map(({ city, region }) => [city, region]));
  expect([...cities.keys()].filter((city) => /Нұр-Сұлтан|Қапшағай|Жезказған/.test(city))).toEqual([]);
  expect(Object.fromEntries(cities)).toMatchObject({
    Астана: 'astana',
    Алматы: 'almaty',
    Шымкент: 'shymkent',
    Қонаев: 'almaty_region',
    Талдықорған: 'jetisu',
    Сарқан: 'jetisu',
    Жансүгіров: 'jetisu',
    Семей: 'abai',
    Жезқазған: 'ulytau',
    Кентау: 'turkistan',
    Топар: 'karaganda',
  });
  // One city is in one region.
  expect(new Set(organisations.map(({ city, region }) => `${city} ${region}`)).size).toBe(cities.size);
});

test('annex 7: sixteen sites about volunteering, and those on tutoring that are no one person’s', () => {
  expect(sites.filter(({ about }) => about === 'volunteering')).toHaveLength(16);
  expect(sites.filter(({ about }) => about === 'tutoring')).toHaveLength(5);
});

test('the form of a place has the regions of organisations, word for word', () => {
  const options = (form: string) => {
    const asked = question(form, 'region');
    return asked?.type === 'one-choice' ? asked.options : undefined;
  };
  expect(options('place')).toHaveLength(20);
  expect(options('place')).toEqual(options('new-organisation'));
});

test('the table of skills has five columns over one list, and leads to every direction', () => {
  const columns = skillColumns.map((column) => question(skillsForm, column));
  expect(forms.get(skillsForm)?.questions).toEqual(columns);
  const lists = columns.map((column) => column && codesOf(column));
  expect(lists.filter((list) => JSON.stringify(list) !== JSON.stringify(lists[0]))).toEqual([]);
  const led = [...volunteering.skills.values()].flat();
  expect(directions.map((direction) => [direction, led.filter((one) => one === direction).length > 2])).toEqual(
    directions.map((direction) => [direction, true]),
  );
});

test('mistakes in the list of where to go are named with place and fix', () => {
  const load = (file: string) => loadWhereToGo(file, new Set(['astana']));
  const text = `
source: a manual
year: 2020
organisations:
  - { code: "1", name: One, city: Astana, region: astana, pages: ["https://a.kz", "https://a.kz"] }
  - { code: "1", name: Two +7 701 123 45 67, city: a@b.kz, region: nowhere, pages: ["@two", "https://wa.me/77011234567"] }
sites:
  - { about: tutoring, url: "https://s.kz", title: { kk: s, ru: s, en: s } }
  - { about: tutoring, url: "https://s.kz", title: { kk: s, ru: s, en: s } }
  - { about: tutoring, url: "a@b.kz", title: { kk: s, ru: s, en: s } }
`;
  expect(refused(load, text).join('\n')).toMatchInlineSnapshot(`
    "organisations[1].pages[2]: "https://a.kz" stands there twice; leave one
    organisations[2].code: "1" stands there twice; leave one
    organisations[2].region: "nowhere" is not known; write one of: astana
    organisations[2].name: "Two +7 701 123 45 67" holds a phone number; leave it out
    organisations[2].city: "a@b.kz" holds an e-mail address; leave it out
    organisations[2].pages[1]: "@two" is no address; write one that begins with http:// or https://
    organisations[2].pages[2]: "https://wa.me/77011234567" holds a phone number; leave it out
    sites[2].url: "https://s.kz" stands there twice; leave one
    sites[3].url: "a@b.kz" holds an e-mail address; leave it out"
  `);
  expect(
    refused(
      load,
      'source: a\nyear: 2020.5\norganisations: [{ code: 1, name: " ", city: A, region: astana }]\nsites: 1\n',
    ).join('\n'),
  ).toMatchInlineSnapshot(`
    "year: 2020.5 is of another kind; write the year in digits: 2020
    organisations[1].code: 1 is of another kind; write the number of the row in quotation marks: "12"
    organisations[1].name: " " is empty; write a text
    organisations[1].pages: missing; write a list (lines that begin with "-")
    sites: 1 is of another kind; write a list (lines that begin with "-")"
  `);
});

test('mistakes in the map of skills are named with place and fix', () => {
  const load = (file: string) => loadSkills(file, new Set(['maths', 'care']));
  const text = `
ours: because
skills:
  - { skill: maths, directions: [education, education] }
  - { skill: maths, directions: [health] }
  - { skill: magic, directions: [health] }
`;
  expect(refused(load, text).join('\n')).toMatchInlineSnapshot(`
    "skills[1].directions: "education" stands there twice; leave one
    skills[2].skill: "maths" stands there twice; leave one
    skills[3].skill: "magic" is not in the table of skills; write one of: maths, care
    skills: "care" missing; say in which directions it is of use"
  `);
  expect(
    refused(load, 'ours: " "\nskills: [{ skill: maths, directions: [] }, { skill: care, directions: [space] }]\n').join(
      '\n',
    ),
  ).toMatchInlineSnapshot(`
    "ours: " " is empty; write why
    skills[1].directions: [] is empty; write at least one
    skills[2].directions[1]: "space" is not known; write one of: health, education, mentoring, heritage, environment, elderly, search"
  `);
});

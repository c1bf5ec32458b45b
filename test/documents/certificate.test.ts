import { expect, test } from 'vitest';
import { makeNumber, readNumber } from '../../src/certificates/number.ts';
import { certificateDocument } from '../../src/documents/certificate.ts';
import type { Certificate } from '../../src/documents/certificate.ts';
import { qrSquares } from '../../src/linking/qr.ts';
import { readPdf } from './read-pdf.ts';

const number = 'BRG-7K2M-9QXT-4HWE-C3RA-VN6P';
const address = `https://birge.example.kz/c/${number}`;
const example: Certificate = {
  language: 'kk',
  name: 'Үлгі Әділет Ғаниұлы',
  project: 'Ауыл мектебіне көмек',
  organisation: '«Бірге оқимыз» қоғамдық қоры',
  from: '2026-09-01',
  until: '2026-11-20',
  hours: 40.5,
  deeds: 12,
  coordinator: 'Мысал Айгерім',
  issuedOn: '2026-11-22',
  number,
  address,
  code: qrSquares(address),
};

/** Its text as PDFium reads it, a line each. */
async function linesOf(certificate: Certificate): Promise<string[]> {
  const pdf = await readPdf(await certificateDocument(certificate));
  const lines = pdf.text.split(/\r?\n/).map((line) => line.trim());
  pdf.close();
  return lines.filter((line) => line !== '');
}

test('it says everything in Kazakh, every letter intact for another reader', async () => {
  expect(await linesOf(example)).toMatchInlineSnapshot(`
    [
      "«Бірге оқимыз» қоғамдық қоры",
      "СЕРТИФИКАТ",
      "Үлгі Әділет Ғаниұлы",
      "«Ауыл мектебіне көмек» жобасының волонтері",
      "Расталған еңбегі: 40,5 сағат, 12 игі іс",
      "2026 жылғы 1 қыркүйек – 2026 жылғы 20 қараша",
      "Жүрек жылуыңыз бен игі істеріңіз үшін шын ниетпен алғыс айтамыз!",
      "Жоба үйлестірушісі",
      "Мысал Айгерім",
      "Берілген күні",
      "2026 жылғы 22 қараша",
      "№ BRG-7K2M-9QXT-4HWE-C3RA-VN6P",
      "Шынайылығын тексеру:",
      "https://birge.example.kz/c/BRG-7K2M-9QXT-4HWE-C3RA-VN6P",
    ]
  `);
});

test('in Russian', async () => {
  expect(await linesOf({ ...example, language: 'ru' })).toMatchInlineSnapshot(`
    [
      "«Бірге оқимыз» қоғамдық қоры",
      "СЕРТИФИКАТ",
      "Үлгі Әділет Ғаниұлы",
      "волонтёр проекта «Ауыл мектебіне көмек»",
      "Подтверждённый труд: 40,5 часа, 12 добрых дел",
      "1 сентября 2026 г. – 20 ноября 2026 г.",
      "Искренне благодарим за душевное тепло и добрые дела!",
      "Координатор проекта",
      "Мысал Айгерім",
      "Дата выдачи",
      "22 ноября 2026 г.",
      "№ BRG-7K2M-9QXT-4HWE-C3RA-VN6P",
      "Проверить подлинность:",
      "https://birge.example.kz/c/BRG-7K2M-9QXT-4HWE-C3RA-VN6P",
    ]
  `);
});

test('in English', async () => {
  expect(await linesOf({ ...example, language: 'en', hours: 1, deeds: 1 })).toMatchInlineSnapshot(`
    [
      "«Бірге оқимыз» қоғамдық қоры",
      "CERTIFICATE",
      "Үлгі Әділет Ғаниұлы",
      "volunteer of the project “Ауыл мектебіне көмек”",
      "Confirmed work: 1 hour, 1 good deed",
      "1 September 2026 – 20 November 2026",
      "Thank you from the heart for your warmth and your good deeds!",
      "Coordinator of the project",
      "Мысал Айгерім",
      "Date of issue",
      "22 November 2026",
      "№ BRG-7K2M-9QXT-4HWE-C3RA-VN6P",
      "Check that it is genuine:",
      "https://birge.example.kz/c/BRG-7K2M-9QXT-4HWE-C3RA-VN6P",
    ]
  `);
});

test('without a coordinator who was erased, it still stands', async () => {
  expect(await linesOf({ ...example, coordinator: null })).not.toContain('Мысал Айгерім');
});

test('one lying page of A4, below 300 kB, made in below a second, the same bytes each time', async () => {
  await certificateDocument(example);
  const begun = performance.now();
  const bytes = await certificateDocument(example);
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(bytes.length).toBeLessThan(300_000);
  expect(await certificateDocument(example)).toEqual(bytes);
  const pdf = await readPdf(bytes);
  expect([pdf.pages, Math.round(pdf.width), Math.round(pdf.height)]).toEqual([1, 842, 595]);
  pdf.close();
});

test('the file tells nothing of the person besides what is printed', async () => {
  const text = Buffer.from(await certificateDocument(example)).toString('latin1');
  const info = /<<[^<>]*\/Title[^<>]*>>/.exec(text)?.[0] ?? '';
  expect(info.match(/(?<=\/)[A-Z]\w+/g)?.toSorted()).toEqual(['CreationDate', 'Creator', 'Producer', 'Title']);
  expect(text).toContain(Buffer.from('Волонтер сертификаты', 'utf16le').swap16().toString('latin1'));
  for (const secret of [example.name, number, example.project]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret, 'utf16le').swap16().toString('latin1'));
  }
});

test.for([96, 150, 300])('a phone reads the code at %i dots per inch', async (dpi) => {
  const pdf = await readPdf(await certificateDocument(example));
  expect(await pdf.code(dpi)).toBe(address);
  pdf.close();
});

test('a long address has a code that is read, too', async () => {
  const long = `https://volunteers.of-a-very-long-name.organisation-of-kazakhstan.example.kz/c/${makeNumber()}`;
  const pdf = await readPdf(await certificateDocument({ ...example, address: long, code: qrSquares(long) }));
  expect(await pdf.code(150)).toBe(long);
  pdf.close();
});

const kazakh = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ';
const long = (text: string, length: number) =>
  text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .trim();

test.for([
  ['a name of 120 letters', { name: long(kazakh, 120), coordinator: long(kazakh, 120) }],
  ['one word of 120 wide letters', { name: 'Щ'.repeat(120) }],
  ['long names of project and organisation', { project: long(kazakh, 200), organisation: long(kazakh, 200) }],
] as const)('%s: all of it is there, and nothing is drawn over the edge', async ([, parts]) => {
  const pdf = await readPdf(await certificateDocument({ ...example, ...parts }));
  const said = pdf.text.replaceAll(/\s+/g, '');
  for (const part of Object.values(parts)) expect(said).toContain(part.replaceAll(/\s+/g, ''));
  expect(await pdf.code(150)).toBe(address);
  const { data, width, height } = await pdf.drawn(72);
  // Between the frame and what is written there is white on each side.
  const white = (x: number, y: number) => data[4 * (y * width + x)] === 255;
  const free = [...Array(height - 160).keys()].every((row) => white(60, row + 80) && white(width - 60, row + 80));
  expect(free).toBe(true);
  pdf.close();
});

test('what the font cannot draw is left out; a name of nothing else is a dash', async () => {
  const lines = await linesOf({ ...example, name: 'Asel 👩‍🏫 <b>Қыз</b> 中', project: '🌳 Бақ' });
  expect(lines).toContain('Asel <b>Қыз</b>');
  expect(lines).toContain('«Бақ» жобасының волонтері');
  expect(await linesOf({ ...example, name: '🙂' })).toContain('—');
});

test('the example number is no real one: it shows how a number looks', () => {
  expect(readNumber(number)).toBeUndefined();
});

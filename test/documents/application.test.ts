import { expect, test } from 'vitest';
import { type Application, applicationDocument } from '../../src/documents/application.ts';
import { application, coverPage } from './letters.ts';
import { attributes, readDocx } from './read-docx.ts';

const garden = {
  name: 'Жасыл аула',
  period: '2026 жылғы сәуір – қазан',
  beneficiaries: '14–28 жастағы 120 адам',
  results: 'Алты аулаға ағаш отырғызылды.\nЕкі топ құрылды.',
};
const small: Application = {
  language: 'kk',
  coverPage,
  letter: {
    mission: 'Жастарға сенім білдіру.',
    targetGroup: 'Ауыл жастары.',
    strategy: 'Үйге барып сөйлесу.',
    projects: [garden],
    finished: [],
  },
};

test('the page is A4 with margins of 2.5 cm, on the cover as in the letter', async () => {
  const { part } = await readDocx(await applicationDocument(small));
  const xml = part('word/document.xml');
  // Twentieths of a point: 21 × 29.7 cm, and 2.5 cm at each side.
  expect(attributes(xml, 'w:pgSz', 'w:w')).toEqual(['11906', '11906']);
  expect(attributes(xml, 'w:pgSz', 'w:h')).toEqual(['16838', '16838']);
  for (const side of ['top', 'right', 'bottom', 'left'])
    expect(attributes(xml, 'w:pgMar', `w:${side}`)).toEqual(['1417', '1417']);
  expect(attributes(xml, 'w:type', 'w:val')).toEqual(['nextPage', 'nextPage']);
  expect(xml).not.toMatch(/w:orient="landscape"|<w:cols [^>]*w:num="[2-9]/);
});

test('all letters are Times New Roman 12, all lines single', async () => {
  const { part } = await readDocx(await applicationDocument(application('ru', 500)));
  const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(part('word/styles.xml'))?.[0] ?? '';
  for (const script of ['ascii', 'hAnsi', 'cs', 'eastAsia'])
    expect(attributes(defaults, 'w:rFonts', `w:${script}`)).toEqual(['Times New Roman']);
  // Half points.
  expect(attributes(defaults, 'w:sz', 'w:val')).toEqual(['24']);
  expect(attributes(defaults, 'w:lang', 'w:val')).toEqual(['ru-RU']);
  const xml = part('word/document.xml');
  // Nothing in the text departs from that: no font, size or style of its own.
  expect(xml).not.toMatch(/<w:(rFonts|sz|szCs|pStyle|rStyle|kern|w) /);
  const paragraphs = xml.match(/<w:p>/g) ?? [];
  expect(paragraphs.length).toBeGreaterThan(25);
  expect(attributes(xml, 'w:spacing', 'w:line')).toEqual(paragraphs.map(() => '240'));
  expect(attributes(xml, 'w:spacing', 'w:lineRule')).toEqual(paragraphs.map(() => 'auto'));
});

test('a letter in Kazakh, read by another reader', async () => {
  const { paragraphs, messages } = await readDocx(await applicationDocument(small));
  expect(messages).toEqual([]);
  expect(paragraphs).toEqual([
    'ӨТІНІМ',
    '«Jastar belgisi» сапа белгісі бағдарламасына қатысуға',
    'Ұйымның атауы: Тараз қаласының жастар ресурстық орталығы',
    'Заңды мәртебесі: Коммуналдық мемлекеттік мекеме',
    'Байланыстағы тұлға: Әсел Нұрланқызы',
    'Электрондық пошта: ortalyq@example.kz',
    'Телефон нөмірі: +7 700 000 00 00',
    'Мекенжайы: Тараз қаласы, Төле би даңғылы, 1',
    'Өтініш хат',
    'Құрметті ұйымдастырушылар!',
    'Тараз қаласының жастар ресурстық орталығы «Jastar belgisi» бағдарламасына үміткер-орталық ретінде қатысуға ниет білдіреді. Ұйымымыз бен жұмысымыз туралы мәліметті назарларыңызға ұсынамыз.',
    'Ұйымның миссиясы',
    'Жастарға сенім білдіру.',
    'Нысаналы топ',
    'Ауыл жастары.',
    'Нысаналы топпен жұмыс істеу стратегиясы',
    'Үйге барып сөйлесу.',
    'Ағымдағы жобалар',
    '1. Жасыл аула',
    'Орындалу кезеңі: 2026 жылғы сәуір – қазан',
    'Бенефициарлар: 14–28 жастағы 120 адам',
    'Бүгінгі күнге дейінгі нәтижелер: Алты аулаға ағаш отырғызылды.',
    'Екі топ құрылды.',
    'Соңғы үш жылда аяқталған жобалар',
    'Соңғы үш жылда аяқталған жобамыз жоқ.',
    'Өтінішімізді қарауларыңызды сұраймыз. Қосымша мәлімет қажет болса, қуана ұсынамыз.',
    'Құрметпен,',
    'Тараз қаласының жастар ресурстық орталығы',
    'Әсел Нұрланқызы',
  ]);
});

test('headings in Russian', async () => {
  const letter = { ...small.letter, projects: [], finished: [garden, garden] };
  const { paragraphs } = await readDocx(await applicationDocument({ ...small, language: 'ru', letter }));
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      'ЗАЯВКА',
      'Юридический статус: Коммуналдық мемлекеттік мекеме',
      'Письмо-заявление',
      'Миссия организации',
      'Целевая группа',
      'Стратегия работы с целевой группой',
      'Текущие проекты',
      'Текущих проектов сейчас нет.',
      'Проекты, завершённые за последние три года',
      '2. Жасыл аула',
      'Результаты: Алты аулаға ағаш отырғызылды.',
      'С уважением,',
    ]),
  );
});

test('what is empty leaves out its heading and its label', async () => {
  const bare = { ...garden, period: ' \n ', results: '' };
  const letter = { ...small.letter, strategy: ' ', projects: [bare] };
  const { paragraphs } = await readDocx(await applicationDocument({ ...small, letter }));
  const text = paragraphs.join('\n');
  expect(text).toContain('1. Жасыл аула\nБенефициарлар: 14–28 жастағы 120 адам\nСоңғы үш жылда');
  expect(text).not.toContain('стратегиясы');
});

test.for<[of: string, written: string, read: string[]]>([
  ['markup', '<w:p>&amp; "x" \'y\' ]]></w:t>', ['<w:p>&amp; "x" \'y\' ]]></w:t>']],
  ['controls', 'а\u0000ә\u0008б\u001Fв\u007Fг\uFFFE', ['аәбвг']],
  ['a broken pair', 'а\uD83C б', ['а б']],
  ['direction marks', 'а\u202Eәб\u2066в', ['аәбв']],
  ['emoji', '🎓 👩‍👩‍👧 🇰🇿 1️⃣', ['🎓 👩‍👩‍👧 🇰🇿 1️⃣']],
  ['a word of 5,000 letters', 'ұ'.repeat(5000), ['ұ'.repeat(5000)]],
  ['lines', 'бір\r\n\r\n  екі\u2028үш\vтөрт ', ['бір', 'екі', 'үш', 'төрт']],
  ['tabs and wide spaces', 'а\t\tә\u3000б\u00A0в', ['а ә б\u00A0в']],
  ['letters in parts', 'И\u0306', ['Й']],
  ['Kazakh letters', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі', ['ӘәҒғҚқҢңӨөҰұҮүҺһІі']],
])('hostile texts: %s', async ([, written, read]) => {
  const letter = { ...small.letter, mission: written };
  const { paragraphs, messages } = await readDocx(await applicationDocument({ ...small, letter }));
  const from = paragraphs.indexOf('Ұйымның миссиясы') + 1;
  expect(messages).toEqual([]);
  expect(paragraphs.slice(from, paragraphs.indexOf('Нысаналы топ'))).toEqual(read);
});

test("a hostile name reaches the file's own title and the cover as text", async () => {
  const cover = { ...coverPage, name: '<b>"Орта\u0000лық"</b>\n& Ко' };
  const { part, paragraphs } = await readDocx(await applicationDocument({ ...small, coverPage: cover }));
  expect(paragraphs).toContain('Ұйымның атауы: <b>"Орталық"</b> & Ко');
  expect(part('docProps/core.xml')).toContain(
    'Өтінім: &lt;b>&quot;Орталық&quot;&lt;/b> &amp; Ко'.replaceAll('b>', 'b&gt;'),
  );
});

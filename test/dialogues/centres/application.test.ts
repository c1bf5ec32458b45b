import { afterAll, beforeAll, expect, test } from 'vitest';
import { attributes } from '../../documents/read-docx.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { delivers } from '../deadlines/scene.ts';
import { now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { answers, applicant, cover, documents, lastDocument, opens } from './application-scene.ts';
import { labelStage } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let colleague: Person;
beforeAll(async () => {
  stage = await labelStage();
  centre = await applicant(stage, 'Тараз қаласының жастар ресурстық орталығы');
  head = await member(stage, { id: 1, name: 'Asel' }, 'head', { organisation: centre });
  colleague = await member(stage, { id: 2, name: 'Daniyar' }, 'staff', { organisation: centre });
});
afterAll(() => stage.close());

test('a head fills in the cover page, a colleague goes on with the letter and makes the document', async () => {
  const begun = now(head);
  await opens(head, centre);
  expect(story(head, begun)).toMatchInlineSnapshot(`
    "Asel: [jb:app:1]
    Birge: Let us prepare the application to the programme of the “Jastar belgisi” quality label. Taking part is voluntary, and the document gives no date by which to apply.

      First I ask for what stands on the cover page, then for the letter: mission, target group, strategy, current and finished projects. At the end I make a .docx document, which you send by e-mail yourselves.

      The answers belong to the centre: you can stop at any moment, and you or your colleagues can go on later.
    Birge: What is known already is filled in: at the end you can check and change it.

      1 / 12

      In which language shall the application be?

      Please write your answers in this language too: they go into the document as they are.
      [In Kazakh] [In Russian]
      [Later]"
  `);
  await answers(head, 'In Kazakh', ...cover);
  await head.presses(say('form-pause'));
  expect(head.last().text).toContain('7 of 12 answers are saved');
  await opens(colleague, centre);
  expect(colleague.last().text).toMatch(/8 \/ 12.*What is the mission of the organisation\?/s);
  await answers(colleague, 'Жастарға сенім беру.', 'Ауыл жастары.', 'Үйлеріне барып сөйлесеміз.');
  const from = now(colleague);
  await answers(colleague, 'Yes');
  await answers(colleague, 'Жасыл <аула>', '2026 жылғы наурыз – қараша', '120 адам', 'Алты аулаға ағаш отырғыздық.');
  await answers(colleague, 'No', 'No');
  await colleague.presses(say('form-send'));
  expect(story(colleague, from)).toMatchInlineSnapshot(`
    "Daniyar: Yes
    Birge: 12 / 17

      Current project 1

      What is the project called?
      [Back] [Later]
    Daniyar: Жасыл <аула>
    Birge: 13 / 17

      Which period does the project cover?

      For example: March to November 2026
      [Back] [Later]
    Daniyar: 2026 жылғы наурыз – қараша
    Birge: 14 / 17

      Who are the beneficiaries of the project?

      For whom is it, and about how many people does it reach?
      [Back] [Later]
    Daniyar: 120 адам
    Birge: 15 / 17

      What have you achieved so far?

      In short, and with figures if you can.
      [Back] [Later]
    Daniyar: Алты аулаға ағаш отырғыздық.
    Birge: 16 / 17

      Do you want to add another current project?

      Five at most: choose the most important ones.
      [Yes] [No]
      [Back] [Later]
    Daniyar: No
    Birge: 17 / 17

      Projects finished in the last three years

      Do you have projects that were finished in the last three years?

      If not, answer “No”: the letter will say so.
      [Yes] [No]
      [Back] [Later]
    Daniyar: No
    Birge: Your answers

      1. Language of the document: In Kazakh
      2. Name of the organisation: Тараз қаласының жастар ресурстық орталығы
      3. Legal status: Коммуналдық мемлекеттік мекеме
      4. Contact person: Әсел Нұрланқызы
      5. E-mail: ortalyq@example.kz
      6. Phone: +7 701 123 4567
      7. Address: Тараз қаласы, Төле би даңғылы, 1
      8. Mission: Жастарға сенім беру.
      9. Target group: Ауыл жастары.
      10. Strategy: Үйлеріне барып сөйлесеміз.
      11. Current projects: Yes
      12. Current project 1: name: Жасыл <аула>
      13. Current project 1: period: 2026 жылғы наурыз – қараша
      14. Current project 1: beneficiaries: 120 адам
      15. Current project 1: results: Алты аулаға ағаш отырғыздық.
      16. Current project 2: No
      17. Finished projects: No

      Is everything right? Change what you like, then send.

      📄 The letter takes about 0.6 pages; 3 at most are allowed.
      Press “Send”, and I make the document.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [✎ 6] [✎ 7] [✎ 8] [✎ 9] [✎ 10]
      [✎ 11] [✎ 12] [✎ 13] [✎ 14] [✎ 15]
      [✎ 16] [✎ 17]
      [Later] [Send]
    Daniyar: [Send]
    Birge: ✓ The application is ready. The document comes with the next message. If you need it once more, press the button below.

      I send it to nobody: please send it by e-mail yourselves.
      • address: jroaqb@eljastary.kz
      • subject: JASTAR BELGISI
      • attachment: this .docx document; page and font are as required, please leave them so.

      Taking part is voluntary. The document does not say by which day to apply. If more information is needed, it is asked for in writing.
      [Get the document (.docx)]
      [Back to the centre]
      [Menu]"
  `);
  const after = now(colleague);
  await delivers(stage);
  expect(story(colleague, after)).toMatchInlineSnapshot(`
    "Birge: (document jastar-belgisi-otinim-2026-11-22.docx) Application to the “Jastar belgisi” programme: Тараз қаласының жастар ресурстық орталығы
      Send it by e-mail to jroaqb@eljastary.kz, subject: JASTAR BELGISI.
      [Menu]"
  `);
  expect(documents(head)).toEqual([]);
});

test('the document has the page, the font and the spacing that are asked for, and says what was answered', async () => {
  const { name, part, paragraphs, messages } = await lastDocument(stage, colleague);
  expect(name).toBe('jastar-belgisi-otinim-2026-11-22.docx');
  const xml = part('word/document.xml');
  // Twentieths of a point: 21 × 29.7 cm, and 2.5 cm at each side.
  expect(attributes(xml, 'w:pgSz', 'w:w')).toEqual(['11906', '11906']);
  expect(attributes(xml, 'w:pgSz', 'w:h')).toEqual(['16838', '16838']);
  for (const side of ['top', 'right', 'bottom', 'left'])
    expect(attributes(xml, 'w:pgMar', `w:${side}`)).toEqual(['1417', '1417']);
  expect(new Set(attributes(xml, 'w:spacing', 'w:line'))).toEqual(new Set(['240']));
  expect(new Set(attributes(xml, 'w:spacing', 'w:lineRule'))).toEqual(new Set(['auto']));
  const styles = /<w:docDefaults>.*<\/w:docDefaults>/.exec(part('word/styles.xml'))?.[0] ?? '';
  expect(attributes(styles, 'w:rFonts', 'w:ascii')).toEqual(['Times New Roman']);
  expect(attributes(styles, 'w:sz', 'w:val')).toEqual(['24']);
  expect(xml).not.toMatch(/<w:(rFonts|sz|szCs|pStyle|rStyle) /);
  expect(messages).toEqual([]);
  expect(paragraphs).toMatchInlineSnapshot(`
    [
      "ӨТІНІМ",
      "«Jastar belgisi» сапа белгісі бағдарламасына қатысуға",
      "Ұйымның атауы: Тараз қаласының жастар ресурстық орталығы",
      "Заңды мәртебесі: Коммуналдық мемлекеттік мекеме",
      "Байланыстағы тұлға: Әсел Нұрланқызы",
      "Электрондық пошта: ortalyq@example.kz",
      "Телефон нөмірі: +7 701 123 45 67",
      "Мекенжайы: Тараз қаласы, Төле би даңғылы, 1",
      "Өтініш хат",
      "Құрметті ұйымдастырушылар!",
      "Тараз қаласының жастар ресурстық орталығы «Jastar belgisi» бағдарламасына үміткер-орталық ретінде қатысуға ниет білдіреді. Ұйымымыз бен жұмысымыз туралы мәліметті назарларыңызға ұсынамыз.",
      "Ұйымның миссиясы",
      "Жастарға сенім беру.",
      "Нысаналы топ",
      "Ауыл жастары.",
      "Нысаналы топпен жұмыс істеу стратегиясы",
      "Үйлеріне барып сөйлесеміз.",
      "Ағымдағы жобалар",
      "1. Жасыл <аула>",
      "Орындалу кезеңі: 2026 жылғы наурыз – қараша",
      "Бенефициарлар: 120 адам",
      "Бүгінгі күнге дейінгі нәтижелер: Алты аулаға ағаш отырғыздық.",
      "Соңғы үш жылда аяқталған жобалар",
      "Соңғы үш жылда аяқталған жобамыз жоқ.",
      "Өтінішімізді қарауларыңызды сұраймыз. Қосымша мәлімет қажет болса, қуана ұсынамыз.",
      "Құрметпен,",
      "Тараз қаласының жастар ресурстық орталығы",
      "Әсел Нұрланқызы",
    ]
  `);
});

test('the button brings the document once more; the way in offers it, and a new application', async () => {
  const before = documents(colleague).length;
  await colleague.presses(say('jb-app-file-button'));
  expect(documents(colleague)).toHaveLength(before + 1);
  const from = now(head);
  await opens(head, centre);
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Asel: [jb:app:1]
    Birge: The last application was made on 22 November 2026.
      Do you want the same document again, or to fill in a new application?
      [Get the last document]
      [Fill in a new application]
      [Back to the centre]
      [Menu]"
  `);
  await head.presses(say('jb-app-again-button'));
  expect((await lastDocument(stage, head)).paragraphs).toContain('1. Жасыл <аула>');
  await opens(head, centre);
  await head.presses(say('jb-app-anew-button'));
  // A new one begins with what was said in the last: one changes what is new, a long text with all of it before one's eyes.
  expect(head.last().text).toContain('1. Language of the document: In Kazakh');
  await head.presses('✎ 1');
  await head.presses('In Russian');
  await head.says('/menu');
  // Begun anew, the way in leads straight back to it.
  await opens(head, centre);
  expect(head.last().text).toContain('1. Language of the document: In Russian');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, idOf, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { auditOf, candidateOf, opens, sentBySql } from './candidates-scene.ts';
import { coordinatorOf, projectOf, volunteerStage } from './scene.ts';

let stage: Stage;
let yerlan: Person;
let dana: Person;
let admin: Person;
let school: { organisation: number; project: number };

beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Qanat', project: 'School <1>' });
  yerlan = await coordinatorOf(stage, { id: 1, name: 'Yerlan' }, { organisation: school.organisation });
  dana = await coordinatorOf(stage, { id: 2, name: 'Dana' }, school);
  const elsewhere = await projectOf(stage, { organisation: 'Zhasyl', project: 'Park' });
  admin = await member(stage, { id: 3, name: 'Admin' }, 'administrator', { organisation: elsewhere.organisation });
});
afterAll(() => stage.close());

const rolesHeld = async (account: number) =>
  await stage.database.sql`
    select role, project_id::int as project, from_on::text as from from memberships where person_id = ${await idOf(stage, account)}`;

test('accepted: asked once, the candidate hears of it at once, and the way leads to the card and on', async () => {
  const waiting = await candidateOf(stage, { id: 10, name: 'Dias' }, school);
  const asel = await candidateOf(stage, { id: 11, name: 'Asel <b> 🌷' }, school);
  const [from, hers] = [now(yerlan), now(asel.person)];
  await opens(yerlan, `card:${asel.questionnaire}`);
  await yerlan.presses(say('vol-cand-accept'));
  await yerlan.presses(say('vol-cand-accept-yes'));
  await stage.catchUp();
  const told = story(yerlan, from);
  expect(told.slice(told.indexOf('Birge: Asel'))).toMatchInlineSnapshot(`
    "Birge: Asel <b> 🌷, 36 years
      School <1>
      The questionnaire waits for your answer.

      Contacts and health open separately. Who opens them, and when, is recorded.
      [✓ Accept]
      [↩ Return with a comment] [Decline]
      [All candidates]
      [Contacts and health]
      [Menu]
    Yerlan: [✓ Accept]
    Birge: Accept Asel <b> 🌷 into “School <1>”? I will tell them at once.
      [Yes, accept]
      [Back]
    Yerlan: [Yes, accept]
    Birge: ✓ Asel <b> 🌷 is a volunteer of “School <1>” from today. I have told them.
      [The volunteer's card]
      [Next candidate ▸]
      [All candidates]
      [Menu]"
  `);
  expect(story(asel.person, hers)).toMatchInlineSnapshot(`
    "Birge: 🎉 You are accepted as a volunteer!
      Project: School <1>

      It is great to have you with us. What comes next:
      1. the agreement;
      2. the safety briefing;
      3. your diary of good deeds.

      You will find all of it in your project.
      [My project]
      [Menu]"
  `);
  expect(await rolesHeld(11)).toEqual([{ role: 'volunteer', project: school.project, from: '2026-11-22' }]);
  await yerlan.presses(say('vol-cand-next'));
  expect(yerlan.last().text).toContain('Dias');
  await asel.person.presses(say('vol-cand-own-project'));
  expect(asel.person.last().text).toContain('School');
  await yerlan.presses(say('vol-cand-volunteer'));
  expect(yerlan.last().text).toContain('Asel');
  // Pressed once more from the old message: nothing happens twice.
  await yerlan.presses(say('vol-cand-accept-yes'));
  expect(yerlan.last().text).toContain(say('vol-cand-was-accepted'));
  await opens(yerlan, `vol:ans:${asel.questionnaire}:no:yes`);
  expect(yerlan.last().text).toContain(say('vol-cand-was-accepted'));
  await stage.catchUp();
  expect(await stage.database.sql`select count(*)::int as count from outbox where kind = 'candidate-answered'`).toEqual(
    [{ count: 1 }],
  );
  expect((await auditOf(stage, 1)).at(-1)).toEqual({
    action: 'accepted-candidate',
    kind: 'submission',
    id: asel.questionnaire,
  });
  await stage.database.sql`delete from answers where submission_id = ${waiting.questionnaire}`;
  await stage.database.sql`delete from submissions where id = ${waiting.questionnaire}`;
});

test('returned, corrected, sent again, and accepted', async () => {
  const { person, questionnaire } = await candidateOf(
    stage,
    { id: 12, name: 'Marat' },
    { ...school, answers: { free_time: { other: '?' } } },
  );
  const [from, his] = [now(yerlan), now(person)];
  await opens(yerlan, `vol:ans:${questionnaire}`);
  await yerlan.presses(say('vol-cand-return'));
  await yerlan.says('Why?');
  await yerlan.sends.sticker();
  await yerlan.says('x'.repeat(501));
  await yerlan.says('When are you free? <Please> say it in hours & days.');
  await yerlan.presses(say('vol-cand-return-change'));
  await yerlan.says('When are you <free>?\nPlease tell the hours & days.');
  await yerlan.presses(say('vol-cand-return-send'));
  expect(story(yerlan, from)).toMatchInlineSnapshot(`
    "Yerlan: [vol:ans:3]
    Birge: Marat, 36 years
      School <1>
      The questionnaire waits for your answer.
      [✓ Accept]
      [↩ Return with a comment] [Decline]
      [All candidates]
      [Questionnaire]
      [Menu]
    Yerlan: [↩ Return with a comment]
    Birge: Marat, 36 years
      School <1>

      What should be corrected? Please write to the candidate in one message, 10 to 500 characters. I will show it once more before it goes.
      [Back]
    Yerlan: Why?
    Birge: A comment has 10 to 500 characters, yours has 4. Please write it again.

      Marat, 36 years
      School <1>

      What should be corrected? Please write to the candidate in one message, 10 to 500 characters. I will show it once more before it goes.
      [Back]
    Yerlan: (sticker 👍)
    Birge: A nice sticker, but it does not work as an answer. Please answer the question below.

      Marat, 36 years
      School <1>

      What should be corrected? Please write to the candidate in one message, 10 to 500 characters. I will show it once more before it goes.
      [Back]
    Yerlan: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    Birge: A comment has 10 to 500 characters, yours has 501. Please write it again.

      Marat, 36 years
      School <1>

      What should be corrected? Please write to the candidate in one message, 10 to 500 characters. I will show it once more before it goes.
      [Back]
    Yerlan: When are you free? <Please> say it in hours & days.
    Birge: Marat, 36 years
      School <1>

      The candidate will read:

      When are you free? <Please> say it in hours & days.

      Shall I send it? To change it, just write it again.
      [Return it]
      [Write it again]
      [Back]
    Yerlan: [Write it again]
    Birge: Marat, 36 years
      School <1>

      What should be corrected? Please write to the candidate in one message, 10 to 500 characters. I will show it once more before it goes.
      [Back]
    Yerlan: When are you <free>?
      Please tell the hours & days.
    Birge: Marat, 36 years
      School <1>

      The candidate will read:

      When are you <free>?
      Please tell the hours & days.

      Shall I send it? To change it, just write it again.
      [Return it]
      [Write it again]
      [Back]
    Yerlan: [Return it]
    Birge: ↩ The questionnaire went back to Marat with your comment. I will tell you when the corrected one comes.
      [All candidates]
      [Menu]"
  `);
  await stage.catchUp();
  await person.presses(say('vol-cand-correct'));
  await person.presses(say('form-pause'));
  await presses(person, 'go:menu');
  await presses(person, 'go:forms');
  await presses(person, `go:view:${questionnaire}`);
  await person.presses(say('vol-cand-correct'));
  await person.presses('✎ 6');
  await person.presses('Weekends only');
  await person.presses(say('form-send'));
  await stage.catchUp();
  const told = story(person, his);
  expect(told.slice(0, told.indexOf('Birge: Looking through') + 1 || undefined)).toMatchSnapshot();
  expect(yerlan.last().text).toContain('A corrected questionnaire has come.');
  // The old letter's button and the old card.
  await person.presses(say('vol-cand-correct'));
  expect(person.last().text).toBe(say('vol-cand-again-newer'));
  await opens(yerlan, `vol:ans:${questionnaire}:in`);
  expect(yerlan.last().text).toContain('When are you <free>?');
  await yerlan.presses(say('card-open'));
  await yerlan.presses(say('vol-cand-accept'));
  await yerlan.presses(say('vol-cand-accept-yes'));
  await stage.catchUp();
  expect(person.last().text).toContain('You are accepted');
  expect(await rolesHeld(12)).toEqual([{ role: 'volunteer', project: school.project, from: '2026-11-22' }]);
  await person.says('/menu');
  await presses(person, 'go:forms');
  expect(person.last().buttons.flat().slice(0, 2)).toEqual([
    '✓ Accepted: Questionnaire for future volunteers · School <1>',
    '↩ Returned: Questionnaire for future volunteers · School <1>',
  ]);
  await presses(person, `go:view:${questionnaire}`);
  expect(person.last().text).toContain('When are you <free>?');
  expect(person.last().buttons.flat()).toEqual([say('menu-button')]);
});

test('“Return it” sends the words that it stands below, and nothing once the talk went elsewhere', async () => {
  const { questionnaire } = await candidateOf(stage, { id: 13, name: 'Nurlan' }, school);
  await opens(yerlan, `vol:ans:${questionnaire}:back`);
  await yerlan.says('The first comment for this.');
  const first = yerlan.last();
  await yerlan.says('Another comment, a better one.');
  // "Send" above the older words does not send the newer ones.
  await yerlan.presses(say('vol-cand-return-send'), first);
  expect(yerlan.last().text).toContain('Another comment, a better one.');
  expect(await stage.database.sql`select status from submissions where id = ${questionnaire}`).toEqual([
    { status: 'submitted' },
  ]);
  await yerlan.presses('Back');
  expect(yerlan.last().text).toContain(say('vol-cand-waits'));
  // The conversation is over: its old button shows what stands.
  await yerlan.presses(say('vol-cand-return-send'), first);
  expect(yerlan.last().text).toContain(say('vol-cand-waits'));
});

test('declined: the words are shown before, and the candidate is sent on', async () => {
  const { person, questionnaire } = await candidateOf(stage, { id: 14, name: 'Olga' }, school);
  const [from, hers] = [now(dana), now(person)];
  await opens(dana, `vol:ans:${questionnaire}`);
  await dana.presses(say('vol-cand-decline'));
  await dana.presses(say('vol-cand-decline-yes'));
  await dana.presses(say('vol-cand-decline-yes'));
  await stage.catchUp();
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [vol:ans:6]
    Birge: Olga, 36 years
      School <1>
      The questionnaire waits for your answer.
      [✓ Accept]
      [↩ Return with a comment] [Decline]
      [All candidates]
      [Questionnaire]
      [Menu]
    Dana: [Decline]
    Birge: Olga, 36 years
      School <1>

      Decline? This is what the candidate will read:

      Thank you for your questionnaire!
      Project: School <1>

      Sadly we could not accept you this time. It means a lot that you want to help. Other projects are waiting for you, and some good deeds can begin today.
      [Yes, decline]
      [Back]
    Dana: [Yes, decline]
    Birge: Olga was declined. I have told them politely.
      [Next candidate ▸]
      [All candidates]
      [Menu]
    Dana: [Yes, decline]
    Birge: Olga, 36 years
      School <1>
      Declined.
      [All candidates]
      [Questionnaire]
      [Menu]"
  `);
  expect(story(person, hers)).toMatchInlineSnapshot(`
    "Birge: Thank you for your questionnaire!
      Project: School <1>

      Sadly we could not accept you this time. It means a lot that you want to help. Other projects are waiting for you, and some good deeds can begin today.
      [Other projects]
      [💡 Ideas]
      [Menu]"
  `);
  await opens(person, `vol:again:${questionnaire}`);
  expect(person.last().text).toBe(say('vol-cand-again-not'));
});

test('two coordinators at once: the second hears what was answered', async () => {
  const { questionnaire } = await candidateOf(stage, { id: 15, name: 'Rustem' }, school);
  await opens(yerlan, `vol:ans:${questionnaire}:in`);
  await opens(dana, `vol:ans:${questionnaire}:back`);
  await dana.says('Please tell us more about yourself.');
  await yerlan.presses(say('vol-cand-accept-yes'));
  const from = now(dana);
  await dana.presses(say('vol-cand-return-send'));
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Return it]
    Birge: This questionnaire has its answer already.

      Rustem, 36 years
      School <1>
      ✓ Accepted into the project: School <1>
      [The volunteer's card]
      [All candidates]
      [Questionnaire]
      [Menu]"
  `);
});

test('really at once: the database lets one of them through', async () => {
  const { questionnaire } = await candidateOf(stage, { id: 16, name: 'Timur' }, school);
  await opens(yerlan, `vol:ans:${questionnaire}:in`);
  await opens(dana, `vol:ans:${questionnaire}:no`);
  await Promise.all([yerlan.presses(say('vol-cand-accept-yes')), dana.presses(say('vol-cand-decline-yes'))]);
  const [review] = await stage.database
    .sql`select answer, count(*) over ()::int as of from reviews where submission_id = ${questionnaire}`;
  expect(review?.['of']).toBe(1);
  const [won, lost] = review?.['answer'] === 'accepted' ? [yerlan, dana] : [dana, yerlan];
  expect(won.last().buttons.flat()).toContain(say('vol-cand-all'));
  expect(lost.last().text).toMatch(/has its answer already|Accepted into|Declined/);
});

test('the process dies over the answer: it stands once, and is said', async () => {
  const { questionnaire } = await candidateOf(stage, { id: 17, name: 'Zarina' }, school);
  await opens(yerlan, `vol:ans:${questionnaire}:in`);
  let broken = false;
  stage.breakCalls((fn) => {
    if (fn !== 'answer_candidate' || broken) return undefined;
    broken = true;
    return 'after';
  });
  await yerlan.presses(say('vol-cand-accept-yes'));
  stage.breakCalls();
  await stage.catchUp();
  expect(await stage.database.sql`select answer from reviews where submission_id = ${questionnaire}`).toEqual([
    { answer: 'accepted' },
  ]);
  stage.errors.length = 0;
  await yerlan.presses(say('vol-cand-accept-yes'));
  expect(yerlan.last().text).toContain('Zarina');
  expect(yerlan.last().text).toContain(say('vol-cand-was-accepted'));
});

test('for the pool an administrator chooses the project; its coordinator then opens the questionnaire', async () => {
  const { person, questionnaire } = await candidateOf(stage, { id: 18, name: 'Pool' }, { project: null });
  await opens(dana, `card:${questionnaire}`);
  expect(dana.last().text).toBe(say('card-refused'));
  const from = now(admin);
  await opens(admin, `vol:ans:${questionnaire}:in`);
  await admin.presses('School <1> · Qanat');
  await admin.presses(say('vol-cand-accept-yes'));
  expect(story(admin, from)).toMatchInlineSnapshot(`
    "Admin: [vol:ans:10:in]
    Birge: Into which project?
      [Park · Zhasyl]
      [School <1> · Qanat]
      [Back]
    Admin: [School <1> · Qanat]
    Birge: Accept Pool into “School <1>”? I will tell them at once.
      [Yes, accept]
      [Back]
    Admin: [Yes, accept]
    Birge: ✓ Pool is a volunteer of “School <1>” from today. I have told them.
      [Next candidate ▸]
      [All candidates]
      [Menu]"
  `);
  await stage.catchUp();
  expect(person.last().text).toContain('School <1>');
  await opens(dana, `card:${questionnaire}`);
  expect(dana.last().text).toContain(say('vol-cand-was-accepted'));
  expect(dana.last().buttons.flat()).toContain(say('vol-cand-volunteer'));
});

test('the candidate erased themselves, or the project has closed meanwhile', async () => {
  const { person, questionnaire } = await candidateOf(stage, { id: 19, name: 'Gone' }, school);
  await opens(yerlan, `vol:ans:${questionnaire}:in`);
  await person.says('/forget');
  await presses(person, 'forget:again');
  await presses(person, 'forget:now');
  const from = now(yerlan);
  await yerlan.presses(say('vol-cand-accept-yes'));
  expect(story(yerlan, from)).toMatchInlineSnapshot(`
    "Yerlan: [Yes, accept]
    Birge: This questionnaire is gone: its owner has erased their data.
      [All candidates]
      [Menu]"
  `);
  const closing = await projectOf(stage, { organisation: 'Short', project: 'Short' });
  await appoint(stage, 1, 'coordinator', { organisation: closing.organisation });
  const late = await candidateOf(stage, { id: 20, name: 'Late' }, closing);
  await opens(yerlan, `vol:ans:${late.questionnaire}:in`);
  await stage.database.sql`update projects set closed_at = '2026-11-22' where id = ${closing.project}`;
  await yerlan.presses(say('vol-cand-accept-yes'));
  expect(yerlan.last().text).toContain(say('vol-cand-project-gone'));
});

test('the card opens questionnaires only: no agreement and no paper about a project', async () => {
  const { person: _person, id } = await candidateOf(stage, { id: 21, name: 'Secret' }, school);
  const { sql } = stage.database;
  for (const form of ['volunteer-agreement', 'volunteer-paper', 'new-project']) {
    const [version] = await sql`select hash from form_versions where form = ${form} limit 1`;
    const [row] = await sql`
      insert into submissions (owner_person, form, form_hash, about_kind, about_id, status, opened_at, touched_at, submitted_at)
      values (${id}, ${form}, ${String(version?.['hash'])}, 'project', ${school.project}, 'accepted', now(), now(), now()) returning id::int`;
    await sql`insert into answers (submission_id, question, value, complete, by_person, at, rev)
      values (${Number(row?.['id'])}, 'identity_card', '"123456789"', true, ${id}, now(), 1)`;
    for (const p of [yerlan, dana, admin]) {
      for (const data of [`card:${row?.['id']}`, `card:${row?.['id']}:more`]) {
        const from = now(p);
        await opens(p, data);
        expect(story(p, from)).toBe(`${p.user.first_name}: [${data}]\nBirge: ${say('card-refused')}\n  [Menu]`);
      }
      await opens(p, `vol:ans:${row?.['id']}:in`);
      expect(p.last().text).toBe(say('vol-refused'));
    }
  }
});

test('correcting somebody else’s, or one that is no more', async () => {
  const { person } = await candidateOf(stage, { id: 22, name: 'Curious' }, school);
  const other = await sentBySql(stage, 21, { project: null });
  await stage.database.sql`update submissions set status = 'returned' where id = ${other}`;
  for (const id of [other, 999_999]) {
    await opens(person, `vol:again:${id}`);
    expect(person.last().text).toBe(say('form-not-found'));
  }
});

test('a letter that is not true any more by the time it goes is not sent', async () => {
  const { sql } = stage.database;
  const returned = await candidateOf(stage, { id: 23, name: 'Quick' }, school);
  const accepted = await candidateOf(stage, { id: 24, name: 'Short' }, school);
  const from = [now(returned.person), now(accepted.person)] as const;
  await opens(yerlan, `vol:ans:${returned.questionnaire}:back`);
  await yerlan.says('Please say when you are free.');
  await yerlan.presses(say('vol-cand-return-send'));
  await sentBySql(stage, 23, school);
  await opens(yerlan, `vol:ans:${accepted.questionnaire}:in:${school.project}:yes`);
  await sql`update memberships set from_on = '2026-11-01', until_on = '2026-11-21' where person_id = ${accepted.id}`;
  await stage.catchUp();
  expect([story(returned.person, from[0]), story(accepted.person, from[1])]).toEqual(['', '']);
  expect(
    await sql`select state from outbox where kind = 'candidate-answered' and person_id in (${returned.id}, ${accepted.id})`,
  ).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }]);
});

test('the letters in Kazakh and in Russian', async () => {
  for (const [at, language] of (['kk', 'ru'] as const).entries()) {
    const reader = await coordinatorOf(stage, { id: 30 + at, name: 'Reader', language }, school);
    for (const [number, answer] of ['in', 'no', 'back'].entries()) {
      const { person, questionnaire } = await candidateOf(
        stage,
        { id: 40 + at * 3 + number, name: 'Айгерім', language, bornOn: '14.05.2001' },
        school,
      );
      const [from, hers] = [now(reader), now(person)];
      await opens(reader, `vol:ans:${questionnaire}`);
      await opens(reader, `vol:ans:${questionnaire}:${answer}`);
      if (answer === 'back') {
        await reader.says('?');
        await reader.says('Бос уақытыңызды жазыңыз.');
        await reader.presses((button) => 'callback_data' in button && (button.callback_data ?? '').includes(':send:'));
      } else
        await reader.presses((button) => 'callback_data' in button && (button.callback_data ?? '').endsWith(':yes'));
      await stage.catchUp();
      expect(`${story(reader, from)}\n---\n${story(person, hers)}`).toMatchSnapshot(`${language} ${answer}`);
    }
  }
});

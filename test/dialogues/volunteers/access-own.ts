import { V, W, rows } from './access-row.ts';
import type { Row } from './access-row.ts';
import { everybody } from './access-scene.ts';
import type { Scene } from './access-scene.ts';

/** One's own things: everybody has them, and sees nothing of anybody else. */
export function ofEverybody({ P1, place }: Scene): Row[] {
  const own = { sees: V };
  return [
    ...rows(
      everybody,
      [
        ['opens the own volunteering', 'vol:home', 'Menu'],
        ['looks for projects to lead', 'vol:lead', 'Menu'],
        ['opens the own diary', 'vol:diary', ''],
        ['opens it by the command', '/diary', ''],
        ['opens a month of it', 'vol:diary:2026-11', ''],
        ['opens the entries of a month', 'vol:diary:2026-11:1', ''],
        ['looks at three months', 'vol:span:3', ''],
        ['looks at half a year', 'vol:span:6', ''],
        ['asks for the diary as a table', 'vol:xls', ''],
        ['gets all of it as a table', 'vol:xls:all', ''],
        ['gets a year of it as a table', 'vol:xls:2026', ''],
        ['opens the own certificates and letters', 'vol:mythx', ''],
        ['opens the own skills', 'vol:skills', 'My skills'],
        ['fills in the own skills', 'vol:skills:new', 'skill', 'stores'],
        ['writes down a deed', 'vol:new', 'When was it?', 'stores'],
        ['writes one down for no project', 'vol:new:0', 'When was it?', 'stores'],
        ['writes one down for P1', `vol:new:${P1}`, 'When was it?', 'stores'],
      ],
      own,
    ),
    ...rows(
      everybody,
      [
        ['looks for ideas', 'vol:idea', 'BILIM'],
        ['looks at ideas of a direction', 'vol:idea:education', 'BILIM'],
        ['looks at those of a day', 'vol:idea:education:once', 'BILIM'],
        ['looks at those for long', 'vol:idea:education:long:5', 'BILIM'],
        ['opens an idea', 'vol:idea:one:bilim-workshop', 'BILIM'],
        ['takes it up', 'vol:idea:day:bilim-workshop', 'Which day'],
        ['types a day for it', 'vol:idea:type:bilim-workshop', 'write the day'],
        ['plans it for no project', 'vol:idea:for:bilim-contest:2026-12-06:0', '6 December', 'stores'],
        ['looks where to go', 'vol:go', 'Where to go'],
        ['opens a region', 'vol:go:r:almaty', 'Lider.kz'],
        ['opens its next page', 'vol:go:r:almaty:1', 'region'],
        ['reads sites about volunteering', 'vol:go:sites', 'http'],
        ['reads sites for tutors', 'vol:go:tutors', 'http'],
        ['opens a place', `vol:go:p:${place}`, 'as of 2020'],
      ],
      own,
    ),
    // Volunteers are asked of which project it is; a project that is not one's own is never taken.
    ...rows(
      everybody,
      [
        ['chooses a day for an idea', 'vol:idea:on:bilim-contest:2026-12-05', '5 December'],
        ['plans it for P1', `vol:idea:for:bilim-contest:2026-12-07:${P1}`, '7 December'],
      ],
      { ...own, changes: 'own' },
    ),
  ];
}

/** What the volunteer alone has before them: their own project, briefing, diary, report, agreement and leaving. */
export async function ofTheVolunteer({ stage, V: mine }: Scene): Promise<Row[]> {
  const { enrolment: e, deed, own, planned } = mine;
  const [briefing] = await stage.database.sql<{ id: number; done: number; step: string }[]>`
    select id::int, done, steps[1] as step from briefings where person_id = ${mine.id}`;
  const step = `${briefing?.id ?? 0}:${briefing?.done ?? 0}`;
  const { owed } = mine;
  return rows(V, [
    ['opens the own project', `vol:e:${e}`, 'P1'],
    ['opens the own briefing', `vol:br:${e}`, 'P1'],
    ['opens it from a deadline', `vol:br:due:${owed}`, 'P1'],
    ['goes on with it', `vol:br:${e}:go`, '1 /'],
    ['says that a card is clear', `vol:br:${e}:s:${step}`, '2 /', 'stores'],
    ['answers a question', `vol:br:${e}:a:${step}:0:abcd`, '1 /'],
    ['reads its cards again', `vol:br:${e}:read:1`, 'Which card'],
    ['reads one of them', `vol:br:${e}:r:${briefing?.step ?? ''}`, '1 /'],
    ['changes it', `vol:deed:${deed}:change`, 'planted-diary', 'stores'],
    ['is asked whether it goes', `vol:deed:${deed}:drop`, 'planted-diary'],
    ['takes it out', `vol:deed:${deed}:gone`, 'deleted', 'stores'],
    ['opens an entry of no project', `vol:deed:${own}`, 'planted-own'],
    ['opens a planned one', `vol:deed:${planned}`, 'planted-plan'],
    ['opens it by an unknown act', `vol:deed:${planned}:fly`, 'planted-plan'],
    ['writes it down as done', `vol:deed:${planned}:done`, 'What did you do?', 'stores'],
    ['puts it off', `vol:deed:${planned}:move`, 'On which day'],
    ['puts it off to a day', `vol:deed:${planned}:on:2026-12-05`, '5 December', 'stores'],
    ['thinks of sharing an entry', `vol:share:${deed}`, 'no names'],
    ['shares it as a text', `vol:share:${deed}:text`, 'My good deed'],
    ['shares it as a picture', `vol:share:${deed}:pic`, '(photo'],
    ['looks at the own words first', `vol:share:${deed}:own`, 'planted-diary'],
    ['shares the own words', `vol:share:${deed}:0123456789ab`, 'planted-diary'],
    ['opens the own report', `vol:rep:${e}`, 'planted-line'],
    ['opens that of a month', `vol:rep:${e}:2026-11`, 'planted-line of November'],
    ['opens it from a deadline', `vol:rep:due:${owed}`, 'Report'],
    ['sends it', `vol:rep:send:${e}:2026-11`, 'planted-line of November', 'stores'],
    ['adds a line', `vol:rep:line:${e}:2026-11`, 'planted-line of November'],
    ['takes the line out', `vol:rep:drop:${e}:2026-11`, 'taken out', 'stores'],
    ['opens the own agreement', `vol:agr:${e}`, '1 June'],
    ['gets its file', `vol:agr:file:${e}`, '(document'],
    ['reads the own part', `vol:agr:own:${e}`, '3.1'],
    ["reads the organisation's part", `vol:agr:theirs:${e}`, '1.1'],
    ['thinks of leaving', `vol:leave:${e}`, 'P1'],
    ['chooses another day', `vol:leave:${e}:anew`, 'P1'],
    ['types another day', `vol:leave:${e}:other`, 'Which day'],
    ['leaves on a day', `vol:leave:${e}:2026-12-10`, '10 December', 'stores'],
    ['leaves earlier, as agreed', `vol:leave:${e}:2026-11-25:agreed`, '25 November', 'stores'],
    ['stays after all', `vol:leave:${e}:stay`, 'You stay'],
  ]);
}

/** Two things of the other volunteer of P1 that the first one has behind them. */
export function ofOtherVolunteers({ W: e, returned }: Scene): Row[] {
  return [
    ...rows(W, [['fills in the own agreement', `vol:agr:fill:${e}`, 'At which address', 'stores']]),
    ...rows(W, [['corrects the own questionnaire', `vol:again:${returned}`, 'full name', 'stores']], {
      refused: ['form-not-found'],
    }),
  ];
}

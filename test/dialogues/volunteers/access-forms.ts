import { formHash } from '../../../src/forms/index.ts';
import { V, choose, keepers, rows } from './access-row.ts';
import type { Row } from './access-row.ts';
import type { Scene } from './access-scene.ts';

/** Questionnaires that wait for an answer, of the project and of the pool. */
export function candidates({ P1, candidate: c, pooled }: Scene): Row[] {
  const all = { sees: choose };
  return [
    ...rows(choose, [
      ['opens the candidates', `vol:cand:${P1}`, 'Qandidat'],
      ['opens also those with an answer', `vol:cand:${P1}:x`, 'Zerekhan'],
      ['turns to the next ones', `vol:cand:${P1}::b1`, 'no earlier'],
      ['looks for some', `vol:cand:${P1}::f`, 'Whom are we looking for'],
      ['looks for an age', `vol:cand:${P1}::fg`, 'Age'],
      ['opens what can be answered', `vol:ans:${c}`, 'Qandidat'],
      ['thinks of accepting', `vol:ans:${c}:in`, 'Qandidat'],
      ['thinks of accepting into a project', `vol:ans:${c}:in:${P1}`, 'Qandidat'],
      ['accepts', `vol:ans:${c}:in:${P1}:yes`, 'Qandidat', 'stores'],
      ['thinks of declining', `vol:ans:${c}:no`, 'Qandidat'],
      ['declines', `vol:ans:${c}:no:yes`, 'Qandidat', 'stores'],
      ['writes what is to be corrected', `vol:ans:${c}:back`, 'Qandidat'],
      ['presses below the comment', `ret:${c}:change`, 'Qandidat'],
    ]),
    ...rows(
      keepers,
      [
        ['opens all candidates', 'vol:cand:0', 'Candidates'],
        ['opens also those with an answer', 'vol:cand:0:x', 'All candidates'],
        ['opens them by a button of old', 'go:received', 'Candidates'],
        ['opens older ones by a button of old', 'go:received:99', 'Candidates'],
      ],
      all,
    ),
    ...rows(
      ['administrator'],
      [
        ['opens somebody of the pool', `vol:ans:${pooled}`, 'Havuzda'],
        ['looks for a project for them', `vol:ans:${pooled}:in`, 'Into which project'],
        ['thinks of P1 for them', `vol:ans:${pooled}:in:${P1}`, 'Havuzda'],
        ['accepts them into P1', `vol:ans:${pooled}:in:${P1}:yes`, 'Havuzda', 'stores'],
      ],
    ),
  ];
}

/** The list of where to go, as it is kept. */
export function places({ place }: Scene): Row[] {
  return rows(keepers, [
    ['corrects a place', `vol:go:p:${place}:fix`, 'Your answers', 'stores'],
    ['thinks of taking it out', `vol:go:p:${place}:gone`, 'out of the list?'],
    ['takes it out', `vol:go:p:${place}:gone:yes`, 'out of the list', 'stores'],
    ['puts it back', `vol:go:p:${place}:back`, 'as of 2020'],
    ['adds a place', 'vol:go:add', 'called?', 'stores'],
    ['adds one to a region', 'vol:go:add:almaty', 'called?', 'stores'],
  ]);
}

/** Forms by their own buttons, which stand in chats of their own; a forged one opens nothing of anybody else. */
export function forms({ stage, draft, preparation, candidate, pooled, V: mine }: Scene): Row[] {
  const { questionnaire, agreementForm, received, checked, letterForm } = mine;
  const hash = (id: string): string => {
    const form = stage.running.birge.forms.get(id);
    return form === undefined ? '' : formHash(form).slice(0, 6);
  };
  const button = (form: string, id: number, press: string) => `q:${hash(form)}:${id.toString(36)}:${press}`;
  return [
    ...rows(
      choose,
      [
        ["reads a volunteer's questionnaire", `card:${questionnaire}`, 'Zerekhan'],
        ['reads their phone and health', `card:${questionnaire}:more`, 'planted-health'],
        ["reads a candidate's questionnaire", `card:${candidate}`, 'Qandidat'],
      ],
      { refused: ['card-refused'] },
    ),
    ...rows(['administrator'], [['reads one of the pool', `card:${pooled}`, 'Havuzda']], { refused: ['card-refused'] }),
    ...rows(
      [],
      [
        ['reads an agreement as a questionnaire', `card:${agreementForm}`, ''],
        ['reads its sensitive part', `card:${agreementForm}:more`, ''],
        ['reads a paper as a questionnaire', `card:${received.submission}`, ''],
        ['reads the words of a paper', `card:${checked.submission}:more`, ''],
        ['reads a letter', `card:${letterForm}`, ''],
        ['reads what is begun', `card:${draft}`, ''],
      ],
      { refused: ['card-refused'] },
    ),
    ...rows(
      V,
      [
        ['reads the own questionnaire', `go:view:${questionnaire}`, 'planted-health'],
        ['reads the own agreement', `go:view:${agreementForm}`, 'planted-street'],
        ['reads the own paper', `go:view:${checked.submission}`, 'planted-employer'],
      ],
      { refused: ['form-not-found'] },
    ),
    ...rows(['coordinator of P1'], [['reads the own letter', `go:view:${letterForm}`, 'planted-letter']], {
      refused: ['form-not-found'],
    }),
    ...rows(
      V,
      [
        ['goes on with a form', `go:draft:${draft}`, 'Which paper'],
        ['answers a question of it', button('volunteer-paper', draft, 'kind:narcological'), '2 / 2', 'stores'],
        ['presses "Send" of it', button('volunteer-paper', draft, 'overview:send'), 'Which paper', 'stores'],
      ],
      { refused: ['fill-not-theirs', 'fill-already-sent'] },
    ),
    ...rows(
      ['coordinator of P1', 'coordinator of B'],
      [
        ['goes on with the preparation', `go:draft:${preparation}`, '1 / 10'],
        ['presses "Send" of it', button('project-preparation', preparation, 'overview:send'), '1 / 10', 'stores'],
      ],
      { refused: ['fill-not-theirs', 'fill-already-sent'] },
    ),
  ];
}

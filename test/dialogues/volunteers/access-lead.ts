import { readDeed } from '../../../src/store/volunteers/deeds.ts';
import { markOf } from '../../../src/volunteers/deed-mark.ts';
import { V, choose, lead, rows } from './access-row.ts';
import type { Row } from './access-row.ts';
import type { Scene } from './access-scene.ts';

/** A project, its volunteers, their diaries, hours and reports. */
export async function ofCoordinators({ stage, P1, V: mine }: Scene): Promise<Row[]> {
  const { enrolment: e, deed, confirmed } = mine;
  const mark = async (id: number): Promise<string> => {
    const read = await readDeed(stage.database.store, id);
    return read === null ? '' : markOf(read);
  };
  const [waits, done] = [await mark(deed), await mark(confirmed)];
  return [
    ...rows(choose, [
      ['opens a project', `vol:p:${P1}`, 'P1'],
      ['opens the topics of its briefing', `vol:top:${P1}`, 'P1'],
      ['turns to the next ones', `vol:top:${P1}:2`, 'P1'],
      ['chooses all', `vol:top:${P1}:1:all`, 'P1', 'stores'],
      ['opens its preparation', `vol:prep:${P1}`, 'P1'],
      ['turns to the next page', `vol:prep:${P1}:2`, 'P1'],
    ]),
    ...rows(['coordinator of P1', 'coordinator of B'], [['fills it in', `vol:prep:${P1}:fill`, '1 / 10', 'stores']], {
      refused: ['vol-refused', 'vol-prep-read-only'],
    }),
    ...rows(lead, [
      ['opens the volunteers', `vol:vols:${P1}`, 'Zerekhan'],
      ['turns to the next ones', `vol:vols:${P1}::a1`, 'P1'],
      ['looks for a skill', `vol:vols:${P1}::s`, 'By skill'],
      ['looks for those with a skill', `vol:vols:${P1}:abcd`, 'P1'],
      ['gets them as a table', `vol:vols:${P1}::x`, '(document'],
      ['gets them with phones', `vol:vols:${P1}::xp`, '(document'],
      ['opens the card of a volunteer', `vol:v:${e}`, 'Zerekhan'],
      ['opens their diary', `vol:vd:${e}`, 'Zerekhan'],
      ['opens a month of it', `vol:vd:${e}:2026-11`, 'Zerekhan'],
      ['turns to its next page', `vol:vd:${e}:2026-11:2`, 'Zerekhan'],
      ['opens the entries to confirm', `vol:conf:${P1}`, 'Zerekhan'],
      ['turns to the next ones', `vol:conf:${P1}:${deed}`, 'P1'],
      ['confirms an entry', `vol:conf:ok:${deed}:${waits}:0`, 'Zerekhan', 'stores'],
      ['looks at an entry before asking', `vol:conf:ask:${deed}:${waits}:0`, 'planted-diary'],
      ['asks about an entry', `vol:conf:q:${deed}:${waits}:0`, 'Zerekhan', 'stores'],
      ['takes a confirmation back', `vol:conf:un:${confirmed}:${done}:0`, 'Zerekhan', 'stores'],
      ['confirms a day', `vol:conf:d:${P1}:2026-11-20:0${waits}`, 'P1', 'stores'],
      ['takes a day back', `vol:conf:ud:${P1}:${confirmed.toString(36)}`, 'P1', 'stores'],
      ['opens the reports', `vol:reps:${P1}`, 'Zerekhan'],
      ['opens those of a month', `vol:reps:${P1}:2026-10`, 'Zerekhan'],
      ['turns to the next ones', `vol:reps:${P1}:2026-10:10`, 'Zerekhan'],
      ['reads a report', `vol:reps:one:${e}:2026-10`, 'planted-line of October'],
      ["thinks of ending a volunteer's time", `vol:end:${e}`, 'Zerekhan'],
      ['chooses a day', `vol:end:${e}:2026-12-01`, 'Zerekhan'],
      ['ends it', `vol:end:${e}:2026-12-01:yes`, 'Zerekhan', 'stores'],
    ]),
    ...rows(
      [...V, ...lead],
      [
        ['opens an entry of P1', `vol:deed:${deed}`, 'planted-diary'],
        ['opens it by an old button', `vol:deed:${deed}:fly`, 'planted-diary'],
        ['opens its photo', `vol:deed:${deed}:photo`, '(photo'],
      ],
    ),
  ];
}

/** Papers and agreements: of each the volunteer's side and the coordinator's. */
export function papersAndAgreement({ W: other, unsigned, V: mine }: Scene): Row[] {
  const { enrolment: e, agreement, waiting, received } = mine;
  const words = `${e}:last_employer`;
  const sent = `${e}:criminal_record`;
  const none = `${e}:recommendation`;
  return [
    ...rows(V, [['sends a paper', `vol:pap:send:${waiting}`, '2 / 2', 'stores']], { refused: ['vol-pap-not-asked'] }),
    ...rows(
      V,
      [
        ['thinks of sending one again', `vol:pap:send:${received.paper}`, 'sent this already'],
        ['sends it again', `vol:pap:send:${received.paper}:anew`, '2 / 2', 'stores'],
      ],
      { refused: ['vol-pap-not-asked'] },
    ),
    ...rows(lead, [
      ['opens the papers', `vol:pap:${e}`, 'Zerekhan'],
      ['asks for all', `vol:pap:all:${e}`, 'Zerekhan', 'stores'],
      ['opens one', `vol:pap:${sent}`, 'Zerekhan'],
      ['opens one by an old button', `vol:pap:show:${sent}`, 'Zerekhan'],
      ['gets the file that was sent', `vol:pap:open:${sent}`, '(photo'],
      ['reads the words that were sent', `vol:pap:open:${words}`, 'planted-employer'],
      ['asks for one', `vol:pap:ask:${none}`, 'Zerekhan', 'stores'],
      ['has seen one', `vol:pap:seen:${none}`, 'Until when', 'stores'],
      ['has checked one', `vol:pap:ok:${sent}:${received.submission}`, 'Until when', 'stores'],
      ['says until when it holds', `vol:pap:until:${words}:2027-01-01`, 'Zerekhan', 'stores'],
      ['types until when', `vol:pap:type:${words}`, 'Until which day'],
      ['thinks of dropping one', `vol:pap:drop:${sent}`, 'Shall I'],
      ['drops it', `vol:pap:drop:${sent}:yes`, 'Zerekhan', 'stores'],
      ['thinks of taking a file away', `vol:pap:take:${words}`, 'Shall I'],
      ['takes it away', `vol:pap:take:${words}:yes`, 'Zerekhan', 'stores'],
      ['opens the agreement', `vol:agc:${e}`, 'Zerekhan'],
      ['gets its file', `vol:agc:file:${e}`, '(document'],
      ['says on which day one was signed', `vol:agc:sign:${other}:${unsigned}`, 'another volunteer'],
      ['chooses the day', `vol:agc:${other}:${unsigned}:2026-11-20`, 'another volunteer'],
      ['says that it was on paper', `vol:agc:${other}:${unsigned}:2026-11-20:paper`, 'on paper', 'stores'],
      ['or by electronic signature', `vol:agc:${other}:${unsigned}:2026-11-20:electronic`, 'electronic', 'stores'],
      ['or otherwise', `vol:agc:${other}:${unsigned}:2026-11-20:other`, 'in another way', 'stores'],
      ['thinks of taking a signing back', `vol:agc:undo:${e}:${agreement}`, 'Shall I'],
      ['takes it back', `vol:agc:undo:${e}:${agreement}:yes`, 'Zerekhan', 'stores'],
    ]),
  ];
}

/** Certificates and letters, to be given and to be opened. */
export function thanks({ V: { enrolment: e, certificate, letter } }: Scene): Row[] {
  const days = '2026-10-10:2026-10-10';
  return [
    ...rows(lead, [
      ['opens the thanks', `vol:thank:${e}`, 'Zerekhan'],
      ['thinks of a certificate', `vol:thank:${e}:cert`, 'Which days'],
      ['chooses all days', `vol:thank:${e}:all`, 'Zerekhan'],
      ['chooses this year', `vol:thank:${e}:year`, 'Zerekhan'],
      ['types days', `vol:thank:${e}:days`, 'first day'],
      ['looks at it in another language', `vol:thank:${e}:see:${days}:ru`, 'Zerekhan'],
      ['gives it', `vol:thank:${e}:give:${days}:ru:7`, '(document', 'stores'],
      ['thinks of a letter', `vol:thank:${e}:letter`, 'In which language'],
      ['writes it', `vol:thank:${e}:letter:en`, '3 / 7', 'stores'],
      ['opens what was given', `vol:thank:${e}:one:${certificate}`, '7 hours'],
      ['gets its file', `vol:thank:${e}:file:${certificate}`, '(document'],
      ['thinks of withdrawing it', `vol:thank:${e}:off:${certificate}`, 'Withdraw'],
      ['withdraws it', `vol:thank:${e}:gone:${certificate}`, 'Withdrawn', 'stores'],
      ['gives it back', `vol:thank:${e}:on:${certificate}`, 'Given back'],
    ]),
    ...rows(
      [...V, ...lead],
      [
        ['gets the file of a certificate', `vol:thx:${certificate}`, '(document'],
        ['gets the file of a letter', `vol:thx:${letter}`, '(document'],
      ],
    ),
  ];
}

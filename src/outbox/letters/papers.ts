import { z } from 'zod';
import { may } from '../../access/rights.ts';
import { today } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { rolesOf } from '../../store/deadlines.ts';
import { readPaper } from '../../store/volunteers/papers.ts';
import type { Paper } from '../../store/volunteers/papers.ts';
import { enrolmentAt } from '../../volunteers/enrolment-at.ts';
import { paperName, paperStanding } from '../../volunteers/papers.ts';
import type { LetterKind } from '../letter.ts';

/** Tells a volunteer which papers are asked of them, and why. Not of those that have come meanwhile, nor if they have left. */
export const paperAsked: LetterKind = {
  async write(birge, { person, payload, language }) {
    const day = today(birge);
    const asked: Paper[] = [];
    for (const id of z.array(z.number()).parse(payload['papers'])) {
      const paper = await readPaper(birge.store, id);
      if (paper?.person === person && paperStanding(paper, day) === 'asked') asked.push(paper);
    }
    const [first] = asked;
    const enrolment = first && (await enrolmentAt(birge.store, first, day));
    if (enrolment === undefined) return undefined;
    const say = birge.say(language);
    const told = asked.some(({ kind }) => kind === 'last_employer');
    const sent = asked.some(({ kind }) => kind !== 'last_employer');
    const names = asked.map(({ kind }) => `• <b>${say(paperName[kind])}</b>`).join('\n');
    const text = [
      `${say('vol-pap-letter-asked', { project: inWords(enrolment.projectName, language) })}\n${names}`,
      ...(sent ? [say('vol-pap-letter-file')] : []),
      ...(told ? [say('vol-pap-letter-tell')] : []),
      say('vol-pap-letter-seen-by'),
    ].join('\n\n');
    const act = say(told ? 'vol-pap-tell-button' : 'vol-pap-send-button');
    const buttons = asked.map(({ id, kind }) => [
      { text: asked.length === 1 ? act : say(paperName[kind]), data: `vol:pap:send:${id}` },
    ]);
    return { screen: { text, buttons } };
  },
};

/** Tells a coordinator that a paper has come. Not if a colleague has checked it or took it back, or they coordinate there no more. */
export const paperReceived: LetterKind = {
  async write(birge, { person, payload, language }) {
    const paper = await readPaper(birge.store, Number(payload['paper']));
    const day = today(birge);
    if (person === null || paper === null || paperStanding(paper, day) !== 'received') return undefined;
    const enrolment = await enrolmentAt(birge.store, paper, day);
    if (enrolment === undefined) return undefined;
    const { above: organisations, project } = enrolment;
    const roles = await rolesOf(birge.store, person, day);
    if (!may(roles, 'see-papers', { organisations, project })) return undefined;
    const say = birge.say(language);
    const text = say('vol-pap-letter-received', {
      name: enrolment.name ?? `№ ${enrolment.person}`,
      paper: say(paperName[paper.kind]),
      project: inWords(enrolment.projectName, language),
    });
    return {
      screen: {
        text,
        tellsOf: [paper.person],
        buttons: [[{ text: say('vol-pap-look-button'), data: `vol:pap:${enrolment.id}:${paper.kind}` }]],
      },
    };
  },
};

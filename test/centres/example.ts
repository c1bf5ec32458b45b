import { join } from 'node:path';
import type { Assessed } from '../../src/centres/assessed.ts';
import type { ForWords } from '../../src/centres/words.ts';
import { formIdOf } from '../../src/label/form.ts';
import { indicatorsFor, loadInstrument } from '../../src/label/instrument.ts';
import type { CentreKind, Mark } from '../../src/rules/label-codes.ts';
import type { WholeAssessment } from '../../src/store/centres/assessments.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { readWords } from '../../src/words.ts';

const content = join(import.meta.dirname, '..', '..', 'content');

/** The project's own instrument and words, at noon in Almaty on 22 November 2026. */
export const birge: ForWords = {
  label: loadInstrument(join(content, 'jastar-belgisi.yaml')),
  say: readWords(join(content, 'locales')),
  now: () => new Date('2026-11-22T07:00:00Z'),
  timeZone: 'Asia/Almaty',
};

export const centreOfKind = (kind: CentreKind, name: Centre['name'] = { kk: 'Тараз ЖРО' }): Centre => ({
  id: 7,
  name,
  region: null,
  kind,
  head: 'Head',
  phone: '+77010000000',
  email: 'a@example.org',
  address: 'Taraz',
  confirmed: true,
  shares: false,
  cycle: 1,
  award: null,
  above: [7],
});

/** An assessment by the centre at its start, unfinished; `marks` by number, all others are not answered. */
export function assessed(
  marks: Record<number, Mark>,
  other: Partial<WholeAssessment> & { kind?: CentreKind; name?: Centre['name'] } = {},
): Assessed<WholeAssessment> {
  const { kind = 'district', name, ...rest } = other;
  return {
    centre: centreOfKind(kind, name),
    assessment: {
      id: 31,
      organisation: 7,
      by: 'centre',
      stage: 'start',
      cycle: 1,
      form: formIdOf(kind),
      hash: 'h',
      status: 'draft',
      openedAt: '2026-11-01T05:00:00Z',
      touchedAt: '2026-11-22T05:00:00Z',
      submittedAt: null,
      marks,
      answers: [],
      ...rest,
    },
  };
}

/** Every indicator of a kind has this mark, except those that are said otherwise; `undefined`: it is not answered. */
export function allBut(mark: Mark, except: Record<number, Mark | undefined> = {}, kind: CentreKind = 'district') {
  const all = indicatorsFor(birge.label, kind).map(({ number }) => [number, number in except ? except[number] : mark]);
  return Object.fromEntries(all.filter(([, given]) => given !== undefined)) as Record<number, Mark>;
}

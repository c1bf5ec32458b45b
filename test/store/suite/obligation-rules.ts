import type { Rule } from '../../../src/store/obligations.ts';

type Step = Rule['steps'][number];

const day = (audience: Step['audience'], days: number): Step => ({
  ...{ audience, step: `${days > 0 ? '+' : ''}${days}d`, days, minute: 600, hours: null },
});
const hour = (hours: number): Step => ({ audience: 'owner', step: `${hours}h`, days: null, minute: null, hours });

const usual = {
  ...{
    hash: '1',
    owner: 'person',
    role: 'worker',
    organisationKinds: ['mobility-centre'],
    having: null,
    dueEvent: null,
  },
  ...{ fulfilledEvent: null, fulfilledHours: null, fulfilledForm: null, tell: [], list: [] },
} satisfies Omit<Rule, 'kind' | 'steps'>;

/** One kind of each sort. */
export const rules: Rule[] = [
  {
    ...{ ...usual, kind: 'suite-assessment', fulfilledEvent: 'suite-assessed', tell: ['mentor', 'head'] },
    steps: [day('owner', -7), day('owner', -3), day('owner', 0), day('slip', 1)],
  },
  { ...usual, kind: 'suite-hours', fulfilledEvent: 'suite-certificate', fulfilledHours: 40, steps: [day('owner', -3)] },
  {
    ...{ ...usual, kind: 'suite-plan', owner: 'organisation', role: 'head', fulfilledEvent: 'suite-planned' },
    steps: [day('owner', -1)],
  },
  {
    ...{ ...usual, kind: 'suite-report', role: 'volunteer', organisationKinds: ['volunteer-organisation'] },
    ...{ having: 'suite-agreed', fulfilledForm: 'suite-report' },
    steps: [day('owner', 0)],
  },
  {
    ...{ ...usual, kind: 'suite-adaptation', dueEvent: 'suite-hired', fulfilledEvent: 'suite-adapted' },
    steps: [day('owner', -3), day('owner', 0), day('owner', 1)],
  },
  {
    ...{
      ...usual,
      kind: 'suite-session',
      role: 'leader',
      organisationKinds: ['movement-team'],
      fulfilledEvent: 'suite-held',
    },
    steps: [hour(-24), hour(-1)],
  },
];

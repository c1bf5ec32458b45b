import type { Assessor } from '../rules/label-codes.ts';
import type { Assessment, Stage } from '../store/centres/assessments.ts';

/** Where an assessor is in a cycle. */
export interface Present {
  by: Assessor;
  /** Which assessment comes now, begun or not. */
  stage: Stage;
  /** The finished one before it; null: none. */
  finished: Assessment | null;
  /** Both are finished: nothing more is assessed in this cycle. */
  over: boolean;
}

/** Which assessment an assessor fills in now: that of the start until it is finished, then that of the end. */
export function present(all: readonly Assessment[], by: Assessor, cycle: number): Present {
  const finished = (stage: Stage) =>
    all.find((one) => one.by === by && one.cycle === cycle && one.stage === stage && one.status === 'submitted') ??
    null;
  const start = finished('start');
  return { by, stage: start === null ? 'start' : 'end', finished: start, over: finished('end') !== null };
}

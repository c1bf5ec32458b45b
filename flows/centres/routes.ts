import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { applicationRoutes } from './application.ts';
import { assessRoutes } from './assess.ts';
import { centreRoutes } from './home.ts';
import { planRoutes } from './plan.ts';
import { practiceRoutes } from './practice.ts';
import { resultRoutes } from './result.ts';

/** Everything of youth centres and the quality label; each asks the right where it acts. */
export function labelRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  centreRoutes(app, birge);
  assessRoutes(app, birge);
  resultRoutes(app, birge);
  planRoutes(app, birge);
  applicationRoutes(app, birge);
  practiceRoutes(app, birge);
}

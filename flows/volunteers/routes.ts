import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { agreementRoutes } from './agreement.ts';
import { briefingRoutes } from './briefing.ts';
import { candidateRoutes } from './candidates.ts';
import { confirmRoutes } from './confirm.ts';
import { deedRoutes } from './deed.ts';
import { diaryRoutes } from './diary.ts';
import { homeRoutes } from './home.ts';
import { ideaRoutes } from './ideas.ts';
import { leavingRoutes } from './leaving.ts';
import { paperRoutes } from './papers.ts';
import { preparationRoutes } from './preparation.ts';
import { reportRoutes } from './report.ts';
import { reportsRoutes } from './reports.ts';
import { skillsRoutes } from './skills.ts';
import { thankRoutes } from './thank.ts';
import { topicRoutes } from './topics.ts';
import { volunteerListRoutes } from './volunteers.ts';
import { whereToGoRoutes } from './where-to-go.ts';

/** Everything of volunteers and their coordinators; each asks the right where it acts. */
export function volunteerRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  homeRoutes(app, birge);
  briefingRoutes(app, birge);
  topicRoutes(app, birge);
  skillsRoutes(app, birge);
  whereToGoRoutes(app, birge);
  preparationRoutes(app, birge);
  diaryRoutes(app, birge);
  deedRoutes(app, birge);
  candidateRoutes(app, birge);
  volunteerListRoutes(app, birge);
  confirmRoutes(app, birge);
  ideaRoutes(app, birge);
  reportRoutes(app, birge);
  reportsRoutes(app, birge);
  thankRoutes(app, birge);
  paperRoutes(app, birge);
  agreementRoutes(app, birge);
  leavingRoutes(app, birge);
}

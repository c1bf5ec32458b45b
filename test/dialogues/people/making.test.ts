import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { appoint, idOf, newcomer, organisation, presses, project, say } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('nobody makes or gives what is not theirs, whichever buttons they press', async () => {
  const [mine, other] = [await organisation(stage, 'Mine'), await organisation(stage, 'Other')];
  const [ours, theirs] = [await project(stage, mine, 'Ours'), await project(stage, other, 'Theirs')];
  const volunteer = await newcomer(stage, { id: 10, name: 'Volunteer' });
  await appoint(stage, 10, 'volunteer', { organisation: mine, project: ours });
  const coordinator = await newcomer(stage, { id: 11, name: 'Coordinator' });
  await appoint(stage, 11, 'coordinator', { organisation: mine });
  const before = await stage.database
    .sql`select (select count(*) from invitations) i, (select count(*) from submissions) s`;
  for (const data of [
    ...['go:new-organisation', 'go:new-project', `go:new-project:${mine}`, 'go:invite', `go:invite:${mine}`],
    ...[`invite:${mine}:volunteer:${ours}`, `invite:${mine}:coordinator`, `invite:${mine}:administrator`],
  ]) {
    await volunteer.pressesData(data, volunteer.last());
  }
  for (const data of [
    ...['go:new-organisation', `go:new-project:${other}`, `go:invite:${other}`, `invite:${other}:coordinator`],
    ...[
      `invite:${other}:volunteer:${theirs}`,
      `invite:${mine}:volunteer:${theirs}`,
      `invite:${other}:volunteer:${ours}`,
    ],
    ...[`invite:${mine}:administrator`, `invite:${mine}:expert`, 'invite:999999:coordinator'],
  ]) {
    await coordinator.pressesData(data, coordinator.last());
  }
  expect(
    await stage.database.sql`select (select count(*) from invitations) i, (select count(*) from submissions) s`,
  ).toEqual(before);
  const seen = `${volunteer.transcript()}${coordinator.transcript()}`;
  expect([seen.includes('Other'), seen.includes('Theirs'), seen.includes('start=')]).toEqual([false, false, false]);
});

test('a coordinator of one project invites volunteers to it alone', async () => {
  const qanat = await organisation(stage, 'Jastar');
  const [one, two] = [await project(stage, qanat, 'One'), await project(stage, qanat, 'Two')];
  const p = await newcomer(stage, { id: 12, name: 'Aset' });
  await appoint(stage, 12, 'coordinator', { organisation: qanat, project: one });
  await p.says('/menu');
  await presses(p, 'go:invite');
  await p.presses('Jastar');
  expect(p.last().buttons.flat()).toEqual([say('invite-volunteer', { project: 'One' }), say('menu-button')]);
  await presses(p, `invite:${qanat}:volunteer:${one}`);
  expect(p.last().text).toContain('start=r_');
  await p.pressesData(`invite:${qanat}:volunteer:${two}`, p.last());
  await p.pressesData(`invite:${qanat}:coordinator`, p.last());
  expect(p.last().text).toBe(say('refused'));
  expect(
    await stage.database.sql`
    select role, project_id::int as project from invitations where issued_by = ${await idOf(stage, 12)}`,
  ).toEqual([{ role: 'volunteer', project: one }]);
});

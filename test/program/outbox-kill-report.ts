import type { OutboxKillReport } from './outbox-kill-run.ts';

/** Messages of a process that may be under way when it is killed. */
const mostUnderWay = 8;

/** What went wrong in a run with kills, one sentence each; empty when all is as promised. */
export function outboxObjections(report: OutboxKillReport, most429s: number): string[] {
  const { states, unknown, kills, health, notices, byHolder } = report;
  const lost = report.gotNone.filter((number) => !unknown.includes(number));
  const inFlight = kills.reduce((sum, { sending }) => sum + sending, 0);
  const { sent = 0, unknown: doubtful = 0, ...others } = states;
  const left = Object.entries(others).map(([state, rows]) => `${rows} ${state}`);
  const told = (wrong: boolean, what: string) => (wrong ? [what] : []);
  return [
    ...told(lost.length > 0, `${lost.length} people got nothing although their row is not in doubt`),
    ...told(report.gotMore.length > 0, `${report.gotMore.length} people got it more than once`),
    ...told(left.length > 0, `rows that should not be there: ${left.join(', ')}`),
    ...report.left.map((row) => `left: ${JSON.stringify(row)}`),
    ...told(sent + doubtful !== notices, `${sent} sent and ${doubtful} in doubt are not ${notices}`),
    ...kills.flatMap(({ sending }, at) => told(sending > mostUnderWay, `kill ${at + 1} met ${sending} under way`)),
    // What arrived in the very moment of the kill may have been recorded by its last call.
    ...told(doubtful > inFlight, `${doubtful} in doubt, but only ${inFlight} were under way`),
    ...told(
      health.unknown !== doubtful || health.queued + health.underWay + health.failed !== 0,
      `/health says ${JSON.stringify(health)}`,
    ),
    ...told('planned' in report.rungs, `${report.rungs['planned']} rungs are still to be said`),
    ...told(Object.keys(byHolder).length < 2, 'only one process has sent'),
    ...told(report.tooMany > most429s, `${report.tooMany} of ${report.attempts} were refused as too fast`),
    ...told(report.clashes > 0, `${report.clashes} polls met another one`),
    ...told(!report.guestAnswered, 'somebody who wrote meanwhile got no answer'),
    ...report.errors.map((line) => `logged: ${line}`),
  ];
}

/** The whole report in words. */
export function outboxReport(report: OutboxKillReport): string {
  const { kills, notices, unknown, gotNone, attempts, tooMany, sendingMs, settledMs, byHolder, health } = report;
  const rate = (attempts - tooMany - 1) / (sendingMs / 1000);
  const arrived = unknown.filter((number) => !gotNone.includes(number)).length;
  const warnings = Map.groupBy(report.warnings, (line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? line);
  return [
    `${notices} notices, ${kills.length} kills`,
    `  got none: ${gotNone.length}, all of them in doubt: ${gotNone.every((number) => unknown.includes(number))}; got it twice: ${report.gotMore.length}`,
    `  under way at each kill: ${kills.map(({ sending }) => sending).join(', ')}; only claimed: ${kills.map(({ claimed }) => claimed).join(', ')}`,
    `  in doubt: ${unknown.length}, of which ${arrived} had arrived; rows: ${JSON.stringify(report.states)}; /health: ${JSON.stringify(health)}`,
    `  rungs: ${JSON.stringify(report.rungs)}`,
    `  attempts: ${attempts}, 429: ${tooMany} (${((100 * tooMany) / attempts).toFixed(2)} %)`,
    `  ${rate.toFixed(1)} a second, ${((100 * rate) / 30).toFixed(1)} % of Telegram's 30, from the first to the last in ${(sendingMs / 1000).toFixed(1)} s; all settled after ${(settledMs / 1000).toFixed(1)} s`,
    `  sent by each process: ${Object.values(byHolder).join(', ')}; polls that clashed: ${report.clashes}; a guest was answered: ${report.guestAnswered}`,
    ...[...warnings].map(([message, lines]) => `  warned ${lines.length} times: ${message}`),
  ].join('\n');
}

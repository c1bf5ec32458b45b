import type { AnnouncementKillReport } from './announcement-kill-run.ts';

/** Messages of a process that may be under way when it is killed. */
const mostUnderWay = 8;

/** What went wrong in a run with kills, one sentence each; empty when all is as promised. */
export function announcementObjections(report: AnnouncementKillReport, most429s: number): string[] {
  const { state, sent, unknown, others, kills, total, progress, byHolder } = report;
  const lost = report.gotNone.filter((number) => !unknown.includes(number));
  const claimed = sent.filter((number) => report.gotNone.includes(number));
  const inFlight = kills.reduce((sum, { sending }) => sum + sending, 0);
  const left = Object.entries(others).map(([name, rows]) => `${rows} ${name}`);
  const told = (wrong: boolean, what: string) => (wrong ? [what] : []);
  return [
    ...told(lost.length > 0, `${lost.length} got nothing although their message is not in doubt`),
    ...told(report.gotMore.length > 0, `${report.gotMore.length} got it more than once`),
    ...told(claimed.length > 0, `${claimed.length} are said to have it and do not`),
    ...told(left.length > 0, `messages that should not be there: ${left.join(', ')}`),
    ...report.left.map((row) => `left: ${JSON.stringify(row)}`),
    ...told(
      sent.length + unknown.length !== total,
      `${sent.length} sent and ${unknown.length} in doubt are not ${total}`,
    ),
    ...told(state !== 'done', `the announcement is ${state}`),
    ...kills.flatMap(({ sending }, at) => told(sending > mostUnderWay, `kill ${at + 1} met ${sending} under way`)),
    // What arrived in the very moment of the kill may have been recorded by its last call.
    ...told(unknown.length > inFlight, `${unknown.length} in doubt, but only ${inFlight} were under way`),
    ...told(progress.messages !== 1, `the author has ${progress.messages} messages that tell how far it is`),
    ...told(progress.edits < 3, `the author's message was edited ${progress.edits} times`),
    ...told(progress.text !== expected(report), `the author reads at the end: ${progress.text}`),
    ...told(Object.keys(byHolder).length < 2, 'only one process has sent'),
    ...told(report.tooMany > most429s, `${report.tooMany} of ${report.attempts} were refused as too fast`),
    ...report.errors.map((line) => `logged: ${line}`),
  ];
}

/** What must stand in the author's message at the end. */
function expected({ sent, unknown, total }: AnnouncementKillReport): string {
  const number = (count: number) => count.toLocaleString('en');
  const doubtful = unknown.length > 0 ? [`${number(unknown.length)} unknown`] : [];
  return ['Announcement № 1 is through', `${number(sent.length)} of ${number(total)} sent`, ...doubtful].join('\n');
}

/** The whole report in words. */
export function announcementReport(report: AnnouncementKillReport): string {
  const { kills, total, unknown, gotNone, got, attempts, tooMany, sendingMs, toldMs, byHolder, progress, sent } =
    report;
  const arrived = unknown.filter((number) => got.includes(number)).length;
  const warnings = Map.groupBy(report.warnings, (line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? line);
  const rate = (attempts - tooMany - 1) / (sendingMs / 1000);
  return [
    `${total} groups and people, ${kills.length} kills`,
    `  got none: ${gotNone.length}, all of them in doubt: ${gotNone.every((number) => unknown.includes(number))}; got it twice: ${report.gotMore.length}`,
    `  said to be sent: ${sent.length}, all of them have it: ${sent.every((number) => got.includes(number))}`,
    `  under way at each kill: ${kills.map(({ sending }) => sending).join(', ')}; only claimed: ${kills.map(({ claimed }) => claimed).join(', ')}`,
    `  in doubt: ${unknown.length}, of which ${arrived} had arrived`,
    `  attempts: ${attempts}, 429: ${tooMany} (${((100 * tooMany) / attempts).toFixed(2)} %); ${rate.toFixed(1)} a second`,
    `  from the first to the last in ${(sendingMs / 1000).toFixed(1)} s; the author read the end after ${(toldMs / 1000).toFixed(1)} s`,
    `  the author's message: ${progress.messages}, edited ${progress.edits} times: ${progress.text.replaceAll('\n', ' | ')}`,
    `  sent by each process: ${Object.values(byHolder).join(', ')}`,
    ...[...warnings].map(([message, lines]) => `  warned ${lines.length} times: ${message}`),
  ].join('\n');
}

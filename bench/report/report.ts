import type { Throughput } from '../measure/crowd.ts';
import type { Memory } from '../measure/memory.ts';
import type { Measured } from '../measure/series.ts';
import type { Plan } from '../plan.ts';
import { circumstances } from './circumstances.ts';
import { count, figure, table } from './table.ts';
import { targets } from './targets.ts';

/** Everything that one run has found. */
export interface Findings {
  /** Answer by answer, on this machine and with latency added. */
  nearby: Measured[];
  faraway: Measured[];
  throughputs: Throughput[];
  memory: Memory | undefined;
  /** Milliseconds of CPU that the stand-in for Telegram costs per answer. */
  standIn: number;
  plan: Plan;
}

/** The findings as Markdown. */
export function report(findings: Findings): string {
  const { nearby, faraway, throughputs, memory, plan } = findings;
  const parts = [
    circumstances(findings.standIn, plan),
    '### Targets',
    targets(findings),
    '### One answer, database on this machine',
    costs(nearby),
    ...(nearby.some(({ place }) => place.name === '200')
      ? ['### One answer, question 200 against 5', growth(nearby)]
      : []),
    `### One answer, ${plan.far.latency} ms more per call`,
    costs(faraway),
    `### ${plan.crowd.people} people at once, answers per second`,
    speeds(throughputs),
    '### Memory of the whole program',
    memory ? memories(memory) : 'Not measured: only Linux tells.',
  ];
  return parts.join('\n\n');
}

const title = ({ contender }: Pick<Measured, 'contender'>): string => `${contender.name} (${contender.way})`;

function costs(measured: Measured[]): string {
  const head = [
    '',
    'question',
    'CPU ms',
    'database ms',
    'next question after ms',
    'all done after ms',
    'calls',
    'state bytes',
  ];
  const rows = measured.map((one) => [
    title(one),
    one.place.name,
    figure(one.cost.cpu),
    figure(one.cost.database),
    figure(one.cost.reply),
    figure(one.cost.whole),
    count(one.cost.calls),
    one.stateBytes.toLocaleString('en-US'),
  ]);
  return table(head, rows, 2);
}

function growth(measured: Measured[]): string {
  const early = measured.filter(({ place }) => place.name === '5');
  const rows = early.map((first) => {
    const late = measured.find(({ contender, place }) => contender === first.contender && place.name === '200');
    const times = (of: (one: Measured) => number) => (late ? `× ${figure(of(late) / of(first))}` : '–');
    return [
      title(first),
      times(({ cost }) => cost.cpu),
      times(({ cost }) => cost.database),
      times(({ cost }) => cost.whole),
      times(({ stateBytes }) => stateBytes),
    ];
  });
  return table(['', 'CPU', 'database', 'all done after', 'state'], rows);
}

function speeds(throughputs: Throughput[]): string {
  const places = [...new Set(throughputs.map(({ place }) => place))];
  const latencies = [...new Set(throughputs.map(({ latency }) => latency))];
  const columns = latencies.flatMap((latency) => places.map((place) => ({ latency, place })));
  const head = ['', ...columns.map(({ latency, place }) => (latency ? `${place}, +${latency} ms` : place))];
  const contenders = [...new Set(throughputs.map(({ contender }) => contender))];
  const rows = contenders.map((contender) => [
    title({ contender }),
    ...columns.map(({ latency, place }) => {
      const found = throughputs.find(
        (one) => one.contender === contender && one.latency === latency && one.place === place,
      );
      return figure(found?.perSecond ?? Number.NaN);
    }),
  ]);
  return table(head, rows);
}

function memories({ answers, seconds, node, postgres, processes }: Memory): string {
  const head = ['', 'PSS MB'];
  const rows = [
    ['Node, web chat and Telegram on', figure(node)],
    [`Postgres, ${processes} processes`, figure(postgres)],
    ['together', figure(node + postgres)],
  ];
  const line = `After ${answers.toLocaleString('en-US')} answers of 50 people in ${figure(seconds)} s, over HTTP with long polling.`;
  return `${line}\n\n${table(head, rows)}`;
}

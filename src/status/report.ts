import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { readNote } from '../linking/notes.ts';
import type { DeviceNote } from '../linking/notes.ts';
import { readStatus } from '../store/status.ts';

/** A way in: `waiting` is tried again, for the reason that is given. */
export interface WayIn {
  kind: string;
  state: 'on' | 'waiting';
  why?: string;
  /** How WhatsApp's device is; `away`: no process holds it. */
  device?: DeviceNote['is'];
}

/** What waits to be sent through an account, and what became of the rest. */
export interface Queue {
  kind: string;
  queued: number;
  underWay: number;
  /** May have arrived, and may not. */
  unknown: number;
  failed: number;
  /** How long the longest waiting message could have gone already; null: none waits. */
  oldestSeconds: number | null;
  lastMinute: number;
  errors: string[];
}

/** How Birge is doing, without anybody's data. */
export interface Report {
  /** In how many milliseconds the database answered. */
  databaseMs: number;
  channels: WayIn[];
  queues: Queue[];
  /** Messages that wait for their answer. */
  inbox: number;
  jobs: number;
  /** Since when reminders were planned last; null: never. */
  plannedSecondsAgo: number | null;
  /** Planning comes every minute; it has not for more than three. */
  late: boolean;
  /** Obligations that disagree with the facts, by the last comparison; null: not compared yet. */
  differences: number | null;
  /** In December, a next year whose days off nobody has confirmed. */
  unconfirmedYear: number | null;
}

/** Planning that is this many seconds old is late. */
const latest = 180;

/** Reads how everything is going, through the database: rejects with a StoreError if that is away. */
export async function readReport(birge: Birge): Promise<Report> {
  const at = birge.now();
  const begun = performance.now();
  const status = await readStatus(birge.store, at);
  const databaseMs = Math.round(performance.now() - begun);
  const secondsSince = (moment: Date) => Math.max(0, Math.round((at.getTime() - moment.getTime()) / 1000));
  const planned = status.ticks['plan'];
  const plannedSecondsAgo = planned === undefined ? null : secondsSince(planned.at);
  const differences = status.ticks['check']?.detail['differences'];
  return {
    databaseMs,
    channels: waysIn(birge, readNote(status.ticks['whatsapp'], at)),
    queues: status.channels
      // An account that Birge no longer has is of interest as long as something of it is left.
      .filter(({ account, queued, unknown, failed }) => birge.channels.has(account) || queued + unknown + failed > 0)
      .map(({ account: _account, oldestDue, ...queue }) => ({
        ...queue,
        oldestSeconds: oldestDue === null ? null : secondsSince(oldestDue),
      })),
    inbox: status.inbox,
    jobs: status.jobs,
    plannedSecondsAgo,
    late: plannedSecondsAgo === null || plannedSecondsAgo > latest,
    differences: typeof differences === 'number' ? differences : null,
    unconfirmedYear: unconfirmedYear(birge),
  };
}

function waysIn({ channels, awaited }: Birge, device: DeviceNote | undefined): WayIn[] {
  return [
    ...[...channels.values()].map(({ kind }) => (kind === 'whatsapp' ? phone(device) : { kind, state: 'on' as const })),
    ...[...awaited].map(([kind, why]): WayIn => ({ kind, state: 'waiting', why })),
  ];
}

/** WhatsApp is on when a phone has linked its device. */
function phone(device: DeviceNote = { is: 'starting', why: undefined }): WayIn {
  const { is, why } = device;
  return { kind: 'whatsapp', state: is === 'linked' ? 'on' : 'waiting', device: is, ...(why !== undefined && { why }) };
}

/** The official list of a year's days off comes out at the end of the year before. */
function unconfirmedYear(birge: Birge): number | null {
  const [year = 0, month = 0] = today(birge).split('-').map(Number);
  return month === 12 && !birge.holidays.confirmed(year + 1) ? year + 1 : null;
}

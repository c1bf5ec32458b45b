import { randomUUID } from 'node:crypto';
import type { Field, Ground } from '../ground.ts';
import { median } from '../measure/series.ts';
import { fill, statesOf, stuckChat } from './states.ts';
import type { State } from './states.ts';

/** Milliseconds of one claim of 20 rows, the median of many, and of the longest tenth. */
export interface Claiming {
  state: State;
  ours: { median: number; tenth: number };
  usual: { median: number; tenth: number };
}

const claimSize = 20;
/** A state needs fresh rows for each claim; 1,000 are enough for so many. */
const warming = 8;
export const mostClaims = 40;

/** All states in turn, so that a slow moment of the machine is everybody's. Claims are committed and what they took is sent. */
export async function measureClaiming(
  ground: Ground,
  plan: { size: number; claims: number },
  say: (step: string) => void,
): Promise<Claiming[]> {
  const all: { state: State; field: Field; ours: number[]; usual: number[] }[] = [];
  for (const [index, state] of statesOf(plan.size).entries()) {
    say(`outbox with ${state.name}`);
    const field = await ground.field(`claiming_${index}`, true);
    await fill(field.admin, state);
    all.push({ state, field, ours: [], usual: [] });
  }
  say(`${plan.claims} claims of each`);
  for (let round = 0; round < warming + plan.claims; round += 1) {
    for (const { state, field, ours, usual } of all) {
      const [one, other] = [await claimOurs(field, state), await claimUsual(field)];
      if (round < warming) continue;
      ours.push(one);
      usual.push(other);
    }
  }
  return all.map(({ state, ours, usual }) => ({ state, ours: middle(ours), usual: middle(usual) }));
}

async function claimOurs({ admin }: Field, { stuck }: State): Promise<number> {
  const holder = randomUUID();
  if (stuck) {
    // A claim puts the chat out of the way; here each meets it at the head again.
    await admin`update chats set gone_at = ${stuck.why === 'gone' ? '2026-11-01' : null}::text::timestamptz where id = ${stuckChat}`;
    await admin`update lanes set due_at = '2026-11-01', stopped = false, next_at = ${stuck.why === 'gone' ? '-infinity' : '2100-01-01'}::text::timestamptz
      where chat_id = ${stuckChat}`;
  }
  const at = '2026-11-22T06:00:00Z';
  const from = performance.now();
  const [row] = await admin<{ claimed: { rows: { id: number; token: string }[] } }[]>`
    select claim_outbox(1, ${holder}, ${claimSize}, ${at}) as claimed`;
  const ms = performance.now() - from;
  const rows = (row?.claimed.rows ?? []).map(({ id, token }) => ({ id, token }));
  if (rows.length !== claimSize) throw new Error(`a claim took ${rows.length} rows`);
  await admin`select advance_outbox(${holder}, '[]', ${admin.json(rows)}, ${at})`;
  await admin`select advance_outbox(${holder}, ${admin.json(rows.map((one) => ({ ...one, end: 'sent', messageId: 1 })))}, '[]', ${at})`;
  return ms;
}

/** The usual claim: the first rows that nobody else has locked, of chats that may be written to. */
async function claimUsual({ admin }: Field): Promise<number> {
  const from = performance.now();
  const rows = await admin<{ id: string }[]>`
    update letters set state = 'claimed' where id in (
      select l.id from letters l join chats c on c.id = l.chat_id
      where l.state = 'queued' and l.due_at <= '2026-11-22T06:00:00Z' and c.gone_at is null and c.free_at <= now()
      order by l.due_at, l.id limit ${claimSize} for update of l skip locked)
    returning id`;
  const ms = performance.now() - from;
  if (rows.length !== claimSize) throw new Error(`a usual claim took ${rows.length} rows`);
  await admin`update letters set state = 'sent' where id = any (${rows.map(({ id }) => id)}::bigint[])`;
  return ms;
}

function middle(figures: number[]): { median: number; tenth: number } {
  const sorted = figures.toSorted((a, b) => a - b);
  return { median: median(figures), tenth: sorted[Math.floor(sorted.length * 0.9)] ?? Number.NaN };
}

import type { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeviceState } from '../../../src/channels/whatsapp/wire.ts';
import { openCodes } from '../../../src/linking/codes.ts';
import { forgetOldWish, noteDevice, wishFor } from '../../../src/linking/notes.ts';
import { openWatch } from '../../../src/linking/watch.ts';
import type { Watch } from '../../../src/linking/watch.ts';
import { carryOutWish } from '../../../src/linking/wishes.ts';
import { readBrake } from '../../../src/store/whatsapp.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, presses, say } from '../../dialogues/people/scene.ts';
import { openWhatsappOn } from '../suite/whatsapp-player.ts';

/* What administrators hear of the device, and what they can do about it. The device itself is told what it is here. */

const begun = Date.parse('2026-11-22T06:00:00Z');
let stage: Stage;
let admin: Person;
let channel: number;
let watch: Watch;
let state: DeviceState;
let minutes: number;
const printed: string[] = [];
const asked: string[] = [];

beforeEach(async () => {
  stage = await openStage({ admins: ['900'] });
  admin = await newcomer(stage, { id: 900, name: 'Admin' });
  channel = (await openWhatsappOn(stage, 'Dana')).id;
  state = { is: 'starting', since: begun };
  minutes = 0;
  printed.length = 0;
  asked.length = 0;
  watch = openOn(stage.running.apis);
});
afterEach(() => stage.close());

let codes: ReturnType<typeof openCodes>;
function openOn(apis: Parameters<typeof openCodes>[1]): Watch {
  const { birge } = stage.running;
  codes = openCodes(birge, apis);
  return openWatch({ birge, channel, codes, state: () => state, print: (text) => void printed.push(text) });
}

const since = () => begun + minutes * 60_000;

/** The device changes. */
async function becomes(next: DeviceState extends infer S ? (S extends DeviceState ? Omit<S, 'since'> : never) : never) {
  state = { ...next, since: since() };
  await watch.state(state);
}

/** Time goes by, with the rounds of the watch; then the outbox goes out. */
async function pass(some: number): Promise<void> {
  for (const end = minutes + some; minutes < end;) {
    minutes += 0.5;
    stage.setClock(new Date(since()).toISOString());
    await watch.round();
  }
  await stage.catchUp();
}

/** What an administrator wished is done, by a device that gives a code or does not. */
const device = {
  state: () => state,
  gives: true,
  async pairingCode(phone: string) {
    asked.push(`code for ${phone}`);
    if (!device.gives) throw new Error('no code');
    if (state.is === 'waiting') await becomes({ is: 'waiting', qr: state.qr, pairingCode: 'ABCD1234' });
  },
  async showQrAgain() {
    asked.push('qr');
  },
  async unlink() {
    asked.push('unlink');
  },
};
const wishes = () => carryOutWish(stage.running.birge, device, codes);
const heard = (from: number) => admin.transcript(from);
const wish = async () =>
  (await stage.database.sql<{ detail: object }[]>`select detail from ticks where name = 'whatsapp wish'`)[0]?.detail;

test('away for five minutes is told once, and so is that it is back', async () => {
  await becomes({ is: 'linked', number: '77010000001' });
  const from = now(admin);
  await becomes({ is: 'lost', why: 'the browser has ended' });
  await pass(3);
  await becomes({ is: 'starting' });
  await becomes({ is: 'lost', why: 'no connection to WhatsApp' });
  await pass(2);
  expect(heard(from)).toBe('');
  await pass(1);
  expect(heard(from)).toContain(say('wa-alert-away', { why: say('wa-why-network') }));
  await pass(60);
  await becomes({ is: 'linked', number: '77010000001' });
  await pass(60);
  expect(heard(from).match(/Birge:/g)).toHaveLength(2);
  expect(heard(from)).toContain(say('wa-alert-back'));
});

test('a short loss, and one of which the database did not hear, are not told as a long one', async () => {
  await becomes({ is: 'linked', number: '77010000001' });
  const from = now(admin);
  await becomes({ is: 'lost', why: 'the browser has ended' });
  await pass(4);
  stage.breakCalls(() => 'before');
  await becomes({ is: 'linked', number: '77010000001' }).catch(() => undefined);
  stage.breakCalls();
  await pass(10);
  expect(heard(from)).toBe('');
  stage.errors.length = 0;
});

test('a loss that began while the database was away is told, too', async () => {
  await becomes({ is: 'linked', number: '77010000001' });
  const from = now(admin);
  stage.breakCalls(() => 'before');
  await becomes({ is: 'lost', why: 'the browser has ended' }).catch(() => undefined);
  stage.breakCalls();
  stage.errors.length = 0;
  await pass(6);
  expect(heard(from)).toContain(say('wa-alert-away', { why: say('wa-why-browser') }));
});

test('a code comes to those whom it can reach by then: the messenger may be connected later', async () => {
  const apis = new Map<number, Api>();
  watch = openOn(apis);
  const from = now(admin);
  await becomes({ is: 'waiting', qr: 'first' });
  expect(printed.join()).toContain('scan this');
  expect(heard(from)).toBe('');
  for (const [id, api] of stage.running.apis) apis.set(id, api);
  // Who is to be shown it can not be asked now; the next round does.
  stage.breakCalls((fn) => (fn === 'administrator_chats' ? 'before' : undefined));
  await becomes({ is: 'waiting', qr: 'second' }).catch(() => undefined);
  stage.breakCalls();
  stage.errors.length = 0;
  await pass(0.5);
  await becomes({ is: 'waiting', qr: 'third' });
  expect(heard(from).match(/Birge[^:]*: \(photo\)/g)).toEqual(['Birge: (photo)', 'Birge (edited): (photo)']);
  // After five minutes the picture is out of date, and another one comes only when it is asked for.
  await pass(6);
  await becomes({ is: 'waiting', qr: 'fourth' });
  await becomes({ is: 'waiting', qr: 'fifth' });
  expect(heard(from)).toContain(say('wa-qr-over'));
  const later = now(admin);
  await becomes({ is: 'waiting', qr: 'sixth' });
  expect(heard(later)).toBe('');
  await wishFor(stage.running.birge, { is: 'qr' });
  await wishes();
  expect(heard(later)).toContain('(photo)');
});

test('linking by a number: the code comes, also to the terminal, and the number stays nowhere', async () => {
  await becomes({ is: 'waiting', qr: 'first' });
  await admin.says('/whatsapp');
  await presses(admin, 'wa:code');
  await admin.says('12');
  await admin.says('8 701 000 00 01');
  expect(await wish()).toEqual({ is: 'code', phone: '77010000001' });
  const from = now(admin);
  await wishes();
  expect(asked).toEqual(['code for 77010000001']);
  expect(heard(from)).toContain('ABCD1234');
  expect(printed.at(-1)).toContain('ABCD1234');
  expect(await wish()).toEqual({ is: 'none' });
  await wishes();
  expect(asked).toHaveLength(1);
});

test('if no code comes, the picture comes again', async () => {
  await becomes({ is: 'waiting', qr: 'first' });
  await wishFor(stage.running.birge, { is: 'code', phone: '77010000001' });
  const from = now(admin);
  device.gives = false;
  await expect(wishes()).rejects.toThrow('no code');
  device.gives = true;
  expect(heard(from)).toContain('Birge: (photo)');
});

test('a wish that nobody carries out does not keep its number', async () => {
  await wishFor(stage.running.birge, { is: 'code', phone: '77010000001' });
  await forgetOldWish(stage.running.birge);
  expect(await wish()).toMatchObject({ is: 'code' });
  await pass(4);
  await forgetOldWish(stage.running.birge);
  expect(await wish()).toEqual({ is: 'none' });
  await wishes();
  expect(asked).toEqual([]);
});

test('unlinking is asked once more', async () => {
  await becomes({ is: 'linked', number: '77010000001' });
  await admin.says('/whatsapp');
  await presses(admin, 'wa:unlink');
  await wishes();
  expect(asked).toEqual([]);
  await presses(admin, 'wa:unlinked');
  await wishes();
  expect(asked).toEqual(['unlink']);
});

test('that nobody holds the device is seen three minutes later', async () => {
  await noteDevice(stage.running.birge, { is: 'linked', number: '77010000001', since: begun });
  await admin.says('/whatsapp');
  expect(admin.last()?.text).toContain(say('health-device', { device: 'linked', why: '' }));
  stage.setClock('2026-11-22T06:03:01Z');
  await admin.says('/whatsapp');
  expect(admin.last()?.text).toContain(say('health-device', { device: 'away', why: '' }));
});

test('a row of failures stops the account and is told once; an administrator lets it go on', async () => {
  await becomes({ is: 'linked', number: '77010000001' });
  await stage.database.sql`
    update budgets set stopped_at = '2026-11-22T06:00:00Z', stopped_why = 'not acknowledged' where channel_id = ${channel}`;
  const from = now(admin);
  await pass(3);
  expect(heard(from).split(say('wa-alert-stopped', { why: say('wa-why-silent') }))).toHaveLength(2);
  await admin.says('/whatsapp');
  await presses(admin, 'wa:go-on');
  expect(admin.last()?.text).toContain(say('wa-goes-on'));
  expect(await readBrake(stage.running.birge.store, channel)).toMatchObject({ stoppedAt: null });
});

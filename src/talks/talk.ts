import type { Update } from 'grammy/types';
import type { Channel, ChannelKind, Offer, PageMessage } from '../channels/channel.ts';
import type { Seen, Step } from '../screens/screen.ts';
import type { TakenTalk } from '../store/talks.ts';

/** A talk while this process answers one update of it. Fields that change are written back when it closes. */
export interface Talk extends Omit<TakenTalk, 'update' | 'offers'> {
  update: Update;
  kind: ChannelKind;
  /** What the web page must show again after a reload. */
  page: PageMessage[];
  /** What can be answered under what was just said, in a channel without buttons. */
  offers: Offer[];
  /** A reply did not reach the person. */
  unreached: boolean;
  /** A sentence to say before the next question: why an answer was not taken, or what was done. */
  note: string | undefined;
  /** The next screen takes the place of the message whose button was pressed. */
  inPlace: boolean;
  /** What the person saw in this chat when they did this. */
  seen: Seen | undefined;
  /** What is shown now may have been shown before: this update was taken once already, or the form was open. */
  repeated: boolean;
  /** Nothing is to be said: what stands there is right. */
  quiet: boolean;
  /** Telegram's contact button stands there and goes away with this sentence. */
  endContact: 'fill-contact-thanks' | 'fill-contact-left' | undefined;
  /** What a flow has just found to be shown. */
  step: Step | undefined;
  /** The person was erased in this update, and the talk with them: there is nothing left to close. */
  erased: boolean;
  /** What broke the handler, as it was thrown. */
  failure: unknown;
}

/** The talk as it begins with an update taken from the inbox, read by its channel in the light of what was offered. */
export function beginTalk(taken: TakenTalk, { kind, understand }: Pick<Channel, 'kind' | 'understand'>): Talk {
  // The inbox keeps what a channel has parsed as an update of the Bot API.
  const arrived = taken.update as unknown as Update;
  // Two answers in one breath: the second was not written in the light of the question that the first brought up.
  const seen = taken.offers.filter(({ at }) => at <= taken.receivedAt);
  return {
    ...taken,
    update: understand ? understand(arrived, seen) : arrived,
    kind,
    page: [],
    offers: [],
    unreached: false,
    note: undefined,
    inPlace: false,
    seen: undefined,
    repeated: false,
    quiet: false,
    endContact: undefined,
    step: undefined,
    erased: false,
    failure: undefined,
  };
}

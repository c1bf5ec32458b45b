/** How long the device waits for what, in milliseconds, and how much it bears. Tests shorten them. */
export interface DeviceLimits {
  /** The library's `initialize` may take this long; by itself it would wait for ever. */
  initialize: number;
  /** The loaded page must prove to be WhatsApp Web in this time. */
  page: number;
  /** From the loaded page to a QR or to the linked account; and again from a scanned code to the linked account. */
  ready: number;
  /** Between two looks at the page: does it answer, has its QR expired, is it connected, how large is it. */
  round: number;
  /** A question to the page must be answered in this time. */
  answer: number;
  /** A linked page without a connection is started anew after this time. */
  offline: number;
  /** The first pause before another try; each failure doubles it up to the longest. */
  firstPause: number;
  longestPause: number;
  /** What held for this long was a success: the next failure begins with the first pause again. */
  steady: number;
  /** The browser may take this long to close before it is killed. */
  close: number;
  /** One picture or document may take this long to come. */
  download: number;
  /** Megabytes of the browser and its children before it is started anew. */
  memoryMb: number;
  /** The first and the longest pause before a message that was not stored is given again. */
  giveAgain: number;
  giveAgainAtMost: number;
  /** So many messages may wait to be stored; more are left to WhatsApp, which keeps them as unread. */
  waiting: number;
  /** What came while away: so many messages of each chat, not older than this. */
  missedMessages: number;
  missedAge: number;
}

const second = 1000;
const minute = 60 * second;

export const usualLimits: DeviceLimits = {
  initialize: 2 * minute,
  page: 30 * second,
  ready: 5 * minute,
  round: 15 * second,
  answer: 20 * second,
  offline: 10 * minute,
  firstPause: second,
  longestPause: 5 * minute,
  steady: minute,
  close: 10 * second,
  download: 2 * minute,
  memoryMb: 1500,
  giveAgain: second,
  giveAgainAtMost: minute,
  waiting: 1000,
  missedMessages: 200,
  missedAge: 3 * 24 * 60 * minute,
};

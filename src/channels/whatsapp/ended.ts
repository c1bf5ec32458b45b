import type { ApiAnswer } from '../channel.ts';

/** A call ended before its work was done, and this is what it answers. */
export class Ended extends Error {
  readonly answer: ApiAnswer;
  constructor(answer: ApiAnswer) {
    super('the call has ended');
    this.answer = answer;
  }
}

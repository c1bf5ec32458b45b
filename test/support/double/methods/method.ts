import type { CallArguments } from '../arguments.ts';
import type { TelegramState } from '../state.ts';

/** One method of the service: gives the result or throws a refusal. `signal` tells that the caller has left. */
export type Method = (state: TelegramState, call: CallArguments, signal?: AbortSignal) => unknown;

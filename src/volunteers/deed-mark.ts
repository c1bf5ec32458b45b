import { createHash } from 'node:crypto';
import type { Deed } from '../store/volunteers/deeds.ts';

const length = 4;

/**
 * What an entry says of somebody's work, as four letters: buttons carry them, so that nobody confirms what was changed
 * after they saw it.
 */
export const markOf = ({ id, project, on, direction, activity, hours, people }: Deed): string =>
  createHash('sha256')
    .update(JSON.stringify([id, project, on, direction, activity, hours, people]))
    .digest('base64url')
    .slice(0, length);

/** The marks that were written one after the other. */
export const marksIn = (text: string): string[] => text.match(new RegExp(`.{${length}}`, 'g')) ?? [];

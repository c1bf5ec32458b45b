/** What leads through a form without answering its question; `list2` turns the overview's pages. */
const walking = /^q:[^:]+:[^:]+:[^:]+:(?:back|keep|skip|pause|send|done|clear|list\d{1,3})$/;

/**
 * Does a button only lead on (back, skip, later, done, send, menu, continue)? Where there are no buttons those are words
 * to be written, and what is answered has numbers.
 */
export const isWalking = (data: string): boolean => data === 'go:menu' || data === 'go:on' || walking.test(data);

import { reviewRetention } from '../store/privacy.ts';
import { erase } from './erase.ts';
import type { Eraser } from './erase.ts';

/**
 * Keeps nobody longer than the consent says: a candidate 1 year after they were last here, others 3 years after their
 * last role. Each is told two weeks before, by a job; here those go whose two weeks are over.
 */
export async function reviewAll(eraser: Eraser): Promise<void> {
  for (const person of await reviewRetention(eraser.store, eraser.now(), 100)) await erase(eraser, person);
}

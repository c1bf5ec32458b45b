import { startTestCluster } from './cluster.ts';

/** Runs once before all tests of a run; what it returns runs after them. */
export default async function setup(): Promise<() => Promise<void>> {
  return await startTestCluster();
}

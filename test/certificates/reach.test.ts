import { expect, test } from 'vitest';
import { isOnlyHere } from '../../src/certificates/reach.ts';

test.for([
  ['https://birge.example.kz', false],
  ['http://birge.example.kz:8787', false],
  ['http://192.168.1.5:8787', false],
  ['http://127.0.0.1:8787', true],
  ['http://127.8.0.1', true],
  ['http://localhost:8787', true],
  ['http://[::1]:8787', true],
  ['https://localhost.example.kz', false],
] as const)('%s is reached on this machine only: %s', ([address, only]) => {
  expect(isOnlyHere(address)).toBe(only);
});

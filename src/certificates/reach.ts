/** Is this address reached on this machine only? Codes on a certificate would then lead nobody else anywhere. */
export const isOnlyHere = (address: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(address).hostname);

import type { Context } from 'hono';

/** What node-server lays beside a request; absent when a request is made in a test. */
interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

function socketAddress(c: Context): string {
  const bindings = c.env as NodeBindings | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? '';
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\./.test(address) || address === '::1';
}

/**
 * The address that new persons are counted by. A proxy on this machine is believed: then it is the last address of
 * `X-Forwarded-For`, the one that proxy itself saw. Of IPv6 only the network counts, a home has billions of addresses.
 */
export function addressOf(c: Context): string {
  const socket = socketAddress(c);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const address = (isLoopback(socket) && forwarded ? forwarded : socket).replace(/^::ffff:/, '');
  return address.includes(':') ? network(address) : address || 'unknown';
}

/** The first 64 bits of an IPv6 address, whatever its spelling. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
}

/** Whether somebody sits at this very machine: a local name in the address bar, and nothing in between. */
export function isLocalRequest(c: Context): boolean {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!['localhost', '127.0.0.1', '[::1]'].includes(name)) return false;
  const socket = socketAddress(c);
  if (socket !== '' && !isLoopback(socket)) return false;
  const passedOn = /^(x-forwarded-.*|x-real-ip|forwarded|via|cf-.*)$/;
  return Object.keys(c.req.header()).every((header) => !passedOn.test(header.toLowerCase()));
}

export function isHttps(c: Context): boolean {
  const forwarded = c.req.header('x-forwarded-proto')?.split(',')[0]?.trim();
  return (forwarded ?? new URL(c.req.url).protocol.replace(':', '')) === 'https';
}

/** Whether our own page makes the request: browsers always say where a POST comes from, and who says nothing is refused. */
export function comesFromOwnPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return [host, c.req.header('x-forwarded-host')].includes(new URL(origin).host);
}

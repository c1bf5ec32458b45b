import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccount, me } from './account.ts';
import type { Delivery, SentRecord } from './records.ts';

/** How the server takes what is sent: tells so after some milliseconds, never, or refuses it. */
export type Acknowledging = { after: number } | 'never' | 'refuses';

/** The library answers an expired QR in Node with what only a page has, and the page hears of its error. */
const knownFault = 'Error: window is not defined';

/** WhatsApp's side of the stub: it outlives the browsers, as the real servers do. Listens on loopback. */
export async function serveWhatsApp() {
  const account = createAccount();
  const pages = new Set<ServerResponse>();
  const sent: SentRecord[] = [];
  const complaints: string[] = [];
  const typing: string[] = [];
  const settings = {
    acknowledging: { after: 5 } as Acknowledging,
    /** The page stays at opening. */
    stuck: false,
    /** A linked page never says that it has come in. */
    silent: false,
    /** Whether the server answers when a file is sent to it. */
    uploads: true,
    /** Numbers without WhatsApp. */
    gone: new Set<string>(),
  };
  let token: string | undefined;
  let refs = 0;
  let hellos = 0;

  const say = (event: object) => {
    for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const held = () => ({
    account: { ...me, known: account.known },
    chats: [...account.chats.values()],
    messages: account.messages,
    silent: settings.silent,
  });
  const newQr = () => {
    refs += 1;
    say({ is: 'qr', ref: `ref-${refs}` });
  };
  const acknowledge = (id: string, ack: number) => say({ is: 'acknowledged', id, ack });

  function logout(): void {
    token = undefined;
    say({ is: 'logout' });
  }

  /** What the page may ask, and the answer. */
  const answers: Record<string, (asked: Record<string, string>) => object> = {
    hello({ token: shown }) {
      hellos += 1;
      if (settings.stuck) return { is: 'stuck' };
      if (token !== undefined && shown === token) return { is: 'linked', ...held() };
      refs += 1;
      return { is: 'unpaired', ref: `ref-${refs}` };
    },
    'refresh-qr': () => {
      newQr();
      return {};
    },
    'pairing-code': () => ({ code: 'ABCD1234' }),
    exists: ({ id = '' }) => ({ exists: account.chats.has(id) || !settings.gone.has(id) }),
    seen: ({ chat = '', newest = '' }) => {
      account.seen(chat, newest);
      return {};
    },
    typing: ({ chat = '', kind = '' }) => {
      typing.push(`${kind} ${chat}`);
      return {};
    },
    logout: () => {
      logout();
      return {};
    },
    send({ directPath, ...record }) {
      const bytes = directPath === undefined ? undefined : account.files.get(directPath);
      const one = { ...record, ...(bytes && { bytes }) } as unknown as SentRecord;
      sent.push(one);
      account.keepSent(one);
      const { acknowledging } = settings;
      if (acknowledging === 'refuses') setTimeout(acknowledge, 5, one.id, -1);
      else if (acknowledging !== 'never') setTimeout(acknowledge, acknowledging.after, one.id, 1);
      return { messageSendResult: 'OK' };
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*');
    const [, what = '', path = ''] = (request.url ?? '').split('/');
    if (what === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
      return;
    }
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    if (what === 'complaint') {
      if (body.toString() !== knownFault) complaints.push(body.toString());
      response.end('{}');
    } else if (what === 'media' && request.method === 'GET') {
      const file = account.files.get(path);
      response.writeHead(file ? 200 : 404).end(file);
    } else if (what === 'media') {
      const directPath = account.keepFile(body);
      if (settings.uploads) response.end(JSON.stringify({ directPath }));
    } else {
      const known = answers[what];
      if (!known) complaints.push(`the server has no ${what}`);
      response.writeHead(known ? 200 : 404).end(JSON.stringify(known?.(JSON.parse(body.toString()))));
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => complaints.push(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account,
    /** What has reached the server, in order. */
    sent,
    /** What the page calls wrong: a module nobody knows, an error nobody caught. Must stay empty. */
    complaints,
    typing,
    settings,
    newQr,
    acknowledge,
    logout,
    hellos: () => hellos,
    /** The phone scans the code: the page that shows one is linked. */
    pair() {
      token = `device-${hellos}`;
      say({ is: 'paired', token, ...held() });
    },
    /** WhatsApp's own word for the connection: OPENING, TIMEOUT, CONNECTED, UNPAIRED_IDLE, … */
    setState: (state: string) => say({ is: 'state', state }),
    reload: () => say({ is: 'reload' }),
    /** Somebody writes. Without a page it is kept and is unread when one comes. */
    deliver(delivery: Delivery): string {
      const { id, message } = account.keep(delivery);
      say({ is: 'message', message, chat: account.chats.get(delivery.chat) });
      return id;
    },
    /** A chat appears, or is changed: a new title, we are in it or not any more. */
    putChat(chat: { id: string; title: string; member?: boolean }) {
      Object.assign(account.chatOf(chat.id), chat);
      say({ is: 'chat', chat: account.chatOf(chat.id) });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type WhatsAppServer = Awaited<ReturnType<typeof serveWhatsApp>>;

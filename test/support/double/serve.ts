import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionBroken, Refusal } from './refusal.ts';
import { readBody } from './request.ts';
import type { TelegramDouble } from './telegram-double.ts';

export interface ServedDouble {
  /** For `TELEGRAM_API_ROOT` and grammY's `apiRoot`. */
  root: string;
  port: number;
  /** Ends the server and every connection; whoever calls then is refused by the machine. */
  close(): Promise<void>;
}

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>` on 127.0.0.1. */
export async function serveDouble(double: TelegramDouble, port: number): Promise<ServedDouble> {
  const server = createServer((request, response) => {
    serve(double, request, response).catch((error: unknown) => {
      // A broken connection is what some faults ask for; a caller who left needs no answer.
      if (error instanceof ConnectionBroken || response.destroyed) request.socket.destroy();
      else
        answer(response, 500, { ok: false, error_code: 500, description: `Internal Server Error: ${String(error)}` });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    root: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function serve(double: TelegramDouble, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, file, token, rest] = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(decodeURI(url.pathname)) ?? [];
  if (token === undefined || rest === undefined) return refuse(response, new Refusal(404, 'Not Found'));
  if (token !== double.token) return refuse(response, new Refusal(401, 'Unauthorized'));
  if (file !== undefined) return serveFile(double, rest, response);
  const left = new AbortController();
  response.once('close', () => left.abort());
  try {
    const payload = {
      ...Object.fromEntries(url.searchParams),
      ...readBody(request.headers['content-type'] ?? '', await bytesOf(request)),
    };
    const result = await double.call(rest, payload, left.signal);
    answer(response, result.ok ? 200 : result.error_code, result);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(response, error);
  }
}

function serveFile(double: TelegramDouble, path: string, response: ServerResponse): void {
  const file = double.state.files.at(path);
  if (file === undefined) return refuse(response, new Refusal(404, 'Not Found'));
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.byteLength });
  response.end(file.bytes);
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  answer(response, refusal.code, refusal.answer());
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

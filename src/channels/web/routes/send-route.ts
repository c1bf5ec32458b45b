import { fileTypeFromBuffer } from 'file-type';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Incoming } from '../../channel.ts';
import { messageArrived, pressArrived, type Sender } from '../arrival.ts';
import type { ShownMessage } from '../bot-message.ts';
import { fileName, isPicture } from '../file-kind.ts';
import { languages, type PageFile } from '../message-body.ts';
import { complain, type Complaint, knownVisitor, type RouteTools } from './route-tools.ts';

const mostBody = 21 * 1024 * 1024;
const mostFile = 20 * 1024 * 1024;
const mostText = 8000;

const posted = z.union([
  z.object({ id: z.uuid(), text: z.string() }),
  z.object({
    id: z.uuid(),
    press: z.object({
      message: z.number().int().positive(),
      data: z
        .string()
        .min(1)
        .refine((data) => Buffer.byteLength(data) <= 64),
    }),
  }),
  z.object({ id: z.uuid(), caption: z.string().default(''), file: z.instanceof(File) }),
]);

interface Refused {
  status: 400 | 413 | 503;
  code: Complaint;
}
interface Arrived {
  incoming: Incoming;
  shown?: ShownMessage;
}

/** What the person does: a text, a press or a file. Confirmed only once it lies in the inbox. */
export function sendRoute(tools: RouteTools): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: mostBody, onError: (c) => complain(c, 413, 'file_too_large') });
  routes.post('/chat/send', knownVisitor(tools), limit, (c) => tools.underWay(take(c, c.var.chat, tools)));
  return routes;
}

async function take(c: Context, chat: string, tools: RouteTools): Promise<Response> {
  const read = posted.safeParse(await readBody(c));
  if (!read.success) return complain(c, 400, 'unreadable');
  const receive = tools.receive();
  if (!receive) return complain(c, 503, 'not_stored');
  try {
    const sender = { chat, key: read.data.id, language: languageOf(c) };
    const arrived = await arrive(sender, read.data, tools);
    if ('code' in arrived) return complain(c, arrived.status, arrived.code);
    await receive([arrived.incoming]);
    if (arrived.shown) tools.pages.show(chat, arrived.shown);
    return c.json({ ok: true, ...(arrived.shown ? { message: arrived.shown } : {}) });
  } catch (error) {
    tools.log.error({ err: error }, 'something sent from the web chat was not stored');
    return complain(c, 503, 'not_stored');
  }
}

async function arrive(sender: Sender, sent: z.infer<typeof posted>, tools: RouteTools): Promise<Arrived | Refused> {
  if ('press' in sent) {
    const { message: id, data } = sent.press;
    return { incoming: pressArrived(sender, data, { id, shown: await tools.pages.find(sender.chat, id) }, tools) };
  }
  const text = ('text' in sent ? sent.text : sent.caption).trim();
  if (text.length > mostText) return { status: 413, code: 'text_too_long' };
  if ('text' in sent)
    return text === '' ? { status: 400, code: 'text_empty' } : messageArrived(sender, { text }, tools);
  if (sent.file.size === 0) return { status: 400, code: 'file_empty' };
  if (sent.file.size > mostFile) return { status: 413, code: 'file_too_large' };
  return messageArrived(sender, { text, file: await putAway(sent.file, tools) }, tools);
}

/** Stores the bytes; their kind is read from them, what the browser claims counts only for what has no mark of its own. */
async function putAway(sent: File, { files }: RouteTools): Promise<PageFile> {
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const claimed = /^text\/(plain|csv)/.exec(sent.type)?.[0];
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? claimed ?? 'application/octet-stream';
  const key = await files.put(bytes, mime);
  return { key, name: fileName(sent.name, mime), mime, bytes: bytes.length, picture: isPicture(mime) };
}

async function readBody(c: Context): Promise<unknown> {
  try {
    return c.req.header('content-type')?.startsWith('multipart/') ? await c.req.parseBody() : await c.req.json();
  } catch {
    return undefined;
  }
}

/** The first of our languages that the browser asks for. */
function languageOf(c: Context) {
  const wanted = (c.req.header('accept-language') ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  return wanted.flatMap((wish) => languages.find((language) => language === wish) ?? []).at(0);
}

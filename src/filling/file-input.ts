import type { Birge } from '../context.ts';
import { accept } from '../forms/index.ts';
import type { Input, Question } from '../forms/index.ts';
import type { Hearing } from '../screens/hearing.ts';
import { keepFile, kindOf } from '../store/files.ts';
import type { Talk } from '../talks/talk.ts';
import { languageOf, valueIn } from './opened.ts';
import type { Opened } from './opened.ts';

const megabyte = 1024 * 1024;
/** Megabytes that a bot may fetch from Telegram. */
const most = 20;

/** Fetches a file that was sent and keeps it, so that the answer can name it. Undefined: the talk's note says why not. */
export async function fileInput(
  birge: Birge,
  talk: Talk,
  open: Opened,
  question: Question,
  heard: Extract<Hearing, { is: 'file' }>,
): Promise<Input | undefined> {
  if (question.type !== 'file') return { kind: 'other', what: 'file' };
  const say = birge.say(languageOf(talk));
  if (talk.person === null) return undefined;
  const max = Math.min(question.megabytes ?? most, most);
  if (heard.size !== undefined && heard.size > max * megabyte) {
    talk.note = say('problem-file-too-big', { max });
    return undefined;
  }
  const bytes = await birge.channels
    .get(talk.channel)
    ?.download(heard.id)
    .catch(() => undefined);
  if (bytes === undefined || bytes.length === 0) {
    talk.note = say('fill-file-not-fetched');
    return undefined;
  }
  const seen = { kind: 'file', file: '', mime: await kindOf(bytes), size: bytes.length } as const;
  // What is refused is not kept either.
  if (accept(question, seen, valueIn(open.draft, question.id), open.facts).is === 'problem') return seen;
  const file = await keepFile(
    birge,
    { person: talk.person.id, organisation: open.draft.organisation?.id ?? null },
    bytes,
  );
  return { kind: 'file', file: String(file.id), mime: file.mime, size: bytes.length };
}

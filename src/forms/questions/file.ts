import { z } from 'zod';
import { answer, part, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { filesSoFar } from '../value.ts';
import { ownWords } from '../words.ts';

const megabyte = 1024 * 1024;

/** Photos or documents. Value: a list of `{ file, kind }`; where several may come, `{ picked: [...] }` until "Done". */
export const file = questionType({
  type: 'file',
  schema: common.extend({
    type: z.literal('file'),
    /** Takes only this kind; otherwise both. */
    only: z.enum(['photo', 'document']).optional(),
    max: z
      .int('is no whole number')
      .min(1, 'is below 1; write at least 1')
      .max(10, 'is above 10; write at most 10')
      .optional(),
    /** Largest size of one file; 20 MB is what channels deliver. */
    megabytes: z.number().positive('is not above 0').max(20, 'is above 20, more than a channel delivers').optional(),
  }),

  onText: ({ only }) => problem(only ? `file-kind-${only}` : 'send-a-file'),

  onFile({ only, max = 1, megabytes = 20 }, sent, current) {
    const kind = sent.mime.startsWith('image/') ? 'photo' : 'document';
    if (only && only !== kind) return problem(`file-kind-${only}`);
    if (sent.size > megabytes * megabyte) return problem('file-too-big', { max: megabytes });
    // A single file takes the place of the one before: that is how it is changed.
    const before = max === 1 ? [] : filesSoFar(current).filter((known) => known.file !== sent.file);
    if (before.length >= max) return problem('too-many-files', { max });
    const files = [...before, { file: sent.file, kind } as const];
    return files.length === max ? answer(files) : part({ picked: files });
  },

  onPress(_question, act, current) {
    const files = filesSoFar(current);
    if (act === 'clear') return part({ picked: [] });
    if (act !== 'done') return problem('old-button');
    return files.length === 0 ? problem('send-a-file') : answer(files);
  },

  fits: (_question, value) => Array.isArray(value) && value.length > 0 && filesSoFar(value).length === value.length,

  show(_question, value, lang) {
    const count = (kind: 'photo' | 'document') => filesSoFar(value).filter((sent) => sent.kind === kind).length;
    return (['photo', 'document'] as const)
      .filter((kind) => count(kind) > 0)
      .map((kind) => `${ownWords[kind][lang]}: ${count(kind)}`)
      .join(', ');
  },

  buttons({ max = 1 }, current, _facts, lang) {
    if (max === 1 || filesSoFar(current).length === 0) return [];
    return [
      [
        { text: ownWords.done[lang], act: 'done' },
        { text: ownWords.clear[lang], act: 'clear' },
      ],
    ];
  },
});

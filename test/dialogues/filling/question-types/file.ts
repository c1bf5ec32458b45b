import { meaning } from '../../../support/filling.ts';
import { pdf, png } from '../../../support/sent-files.ts';
import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['photo', 'papers'],
  async acts(person) {
    await person.says('in a moment');
    await person.sends.document(Buffer.from('no picture'), 'photo.jpg', 'image/jpeg');
    await person.sends.document(png(6_000_000), 'large.png', 'image/png');
    await person.sends.document(png(), 'huge.png', 'image/png', { size: 21 * 1024 * 1024 });
    await person.sends.photo(png());
    await person.says('done');
    await person.sends.document(pdf(), 'paper.pdf', 'application/pdf');
    await person.presses(meaning('clear'));
    await person.sends.document(pdf(), 'paper.pdf', 'application/pdf');
    await person.presses(meaning('done'));
  },
  stored: { photo: [{ file: '1', kind: 'photo' }], papers: [{ file: '2', kind: 'document' }] },
};

import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['phone'],
  async acts(person) {
    await person.says('123');
    await person.put({ contact: { phone_number: '+77019999999', first_name: 'Friend', user_id: 99 } });
    await person.presses((button) => 'request_contact' in button);
  },
  stored: { phone: '+77010000000' },
};

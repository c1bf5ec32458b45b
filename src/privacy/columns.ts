/** What happens to a row when its person is erased. */
export type Erase =
  | { erase: 'delete' }
  /** These columns are emptied; the row stays, with the reason why. */
  | { erase: 'blank'; blank: string[]; reason: string }
  | { erase: 'keep'; reason: string };

/** A column that leads to a person: by the person's id, or through another table's rows that belong to the person. */
export type PersonalColumn = {
  table: string;
  column: string;
  through?: { table: string; key: string; column: string };
} & Erase;

const submissionsOf = { table: 'submissions', key: 'id', column: 'owner_person' };
const chatsOf = { table: 'chats', key: 'id', column: 'person_id' };

/**
 * Every column that refers to a person, in the order in which erasing must go. `/mydata` and `/forget` read only this
 * table; a test fails when the database has a reference to people that does not stand here.
 */
export const personalColumns: readonly PersonalColumn[] = [
  { table: 'notices', column: 'recipient', erase: 'delete' },
  // Before what waits in them: a claim, too, holds the lane first.
  { table: 'lanes', column: 'chat_id', through: chatsOf, erase: 'delete' },
  { table: 'outbox', column: 'person_id', erase: 'delete' },
  { table: 'outbox', column: 'chat_id', through: chatsOf, erase: 'delete' },
  { table: 'obligations', column: 'person_id', erase: 'delete' },
  { table: 'obligations', column: 'about_person', erase: 'delete' },
  {
    table: 'obligations',
    column: 'waived_by',
    erase: 'blank',
    blank: ['waived_by'],
    reason: "the organisation's obligation stays",
  },
  { table: 'events', column: 'person_id', erase: 'delete' },
  { table: 'events', column: 'about_person', erase: 'delete' },
  {
    table: 'events',
    column: 'recorded_by',
    erase: 'blank',
    blank: ['recorded_by'],
    reason: 'what happened to somebody else stays true',
  },
  { table: 'answer_history', column: 'submission_id', through: submissionsOf, erase: 'delete' },
  { table: 'answers', column: 'submission_id', through: submissionsOf, erase: 'delete' },
  { table: 'submissions', column: 'owner_person', erase: 'delete' },
  {
    table: 'answer_history',
    column: 'by_person',
    erase: 'blank',
    blank: ['by_person'],
    reason: "an organisation's answer stays",
  },
  {
    table: 'answers',
    column: 'by_person',
    erase: 'blank',
    blank: ['by_person'],
    reason: "an organisation's answer stays",
  },
  { table: 'files', column: 'owner_person', erase: 'delete' },
  {
    table: 'consents',
    column: 'person_id',
    erase: 'blank',
    blank: ['giver_name'],
    reason: 'proof that consent was given',
  },
  {
    table: 'consents',
    column: 'given_by',
    erase: 'keep',
    reason: "the child's consent stays in force; it points at the tombstone",
  },
  { table: 'invitations', column: 'child_id', erase: 'delete' },
  {
    table: 'invitations',
    column: 'issued_by',
    erase: 'blank',
    blank: ['issued_by'],
    reason: 'others may still use the link',
  },
  { table: 'assignments', column: 'person_id', erase: 'delete' },
  { table: 'memberships', column: 'person_id', erase: 'delete' },
  {
    table: 'inbox',
    column: 'person_id',
    erase: 'blank',
    blank: ['payload', 'person_id'],
    reason: 'the key keeps out redeliveries',
  },
  { table: 'page_messages', column: 'chat_id', through: chatsOf, erase: 'delete' },
  { table: 'talks', column: 'chat_id', through: chatsOf, erase: 'delete' },
  { table: 'chat_aliases', column: 'chat_id', through: chatsOf, erase: 'delete' },
  {
    table: 'people',
    column: 'id',
    erase: 'blank',
    blank: ['name', 'born_on', 'preferred_chat', 'came_with'],
    reason: 'the tombstone',
  },
  { table: 'chats', column: 'person_id', erase: 'delete' },
  { table: 'identities', column: 'person_id', erase: 'delete' },
  {
    table: 'audit',
    column: 'person_id',
    erase: 'keep',
    reason: 'who looked at whose data stays provable; it points at the tombstone',
  },
];

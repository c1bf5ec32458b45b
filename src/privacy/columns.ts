/** What happens to a row when its person is erased. */
export type Erase =
  | { erase: 'delete' }
  /** These columns are emptied; the row stays, with the reason why. */
  | { erase: 'blank'; blank: string[]; reason: string }
  | { erase: 'keep'; reason: string };

/** What happens to a row when its person turns out to be somebody who is known already, and the two become one. */
export type Merge =
  /** It goes over to the one who stays. */
  | { merge: 'move' }
  /** It goes over, unless the one who stays has a row that is the same in these columns: then that one is enough. */
  | { merge: 'move-or-drop'; same: string[] }
  /** `merge_<table>` of the database settles what both of them have; then it goes over. */
  | { merge: 'settle' }
  /** Its place is with a row that goes over (a chat, a submission). */
  | { merge: 'along' }
  /** The person's own row: the one who stays takes from it what was empty, and it is no more. */
  | { merge: 'end' };

/** A column that leads to a person: by the person's id, or through another table's rows that belong to the person. */
export type PersonalColumn = {
  table: string;
  column: string;
  through?: { table: string; key: string; column: string };
} & Erase &
  Merge;

const submissionsOf = { table: 'submissions', key: 'id', column: 'owner_person' };
const chatsOf = { table: 'chats', key: 'id', column: 'person_id' };

/**
 * Every column that refers to a person, in the order in which erasing and merging must go. `/mydata`, `/forget` and the
 * joining of messengers read only this table; a test fails when the database has a reference to people that does not
 * stand here.
 */
export const personalColumns: readonly PersonalColumn[] = [
  {
    table: 'notices',
    column: 'recipient',
    erase: 'delete',
    merge: 'move-or-drop',
    same: ['obligation_id', 'due_on', 'step'],
  },
  // Before what waits in them: a claim, too, holds the lane first.
  { table: 'lanes', column: 'chat_id', through: chatsOf, erase: 'delete', merge: 'along' },
  { table: 'outbox', column: 'person_id', erase: 'delete', merge: 'settle' },
  { table: 'outbox', column: 'chat_id', through: chatsOf, erase: 'delete', merge: 'along' },
  // Before what is counted from them.
  { table: 'events', column: 'person_id', erase: 'delete', merge: 'settle' },
  { table: 'events', column: 'about_person', erase: 'delete', merge: 'move' },
  {
    table: 'events',
    column: 'recorded_by',
    erase: 'blank',
    blank: ['recorded_by'],
    reason: 'what happened to somebody else stays true',
    merge: 'move',
  },
  { table: 'obligations', column: 'person_id', erase: 'delete', merge: 'settle' },
  { table: 'obligations', column: 'about_person', erase: 'delete', merge: 'move' },
  {
    table: 'obligations',
    column: 'waived_by',
    erase: 'blank',
    blank: ['waived_by'],
    reason: "the organisation's obligation stays",
    merge: 'move',
  },
  // Whose words they are, theirs is the announcement, with what of it still waits.
  { table: 'campaigns', column: 'submission_id', through: submissionsOf, erase: 'delete', merge: 'along' },
  { table: 'campaigns', column: 'author_id', erase: 'delete', merge: 'move' },
  {
    table: 'campaigns',
    column: 'approved_by',
    erase: 'blank',
    blank: ['approved_by'],
    reason: "another one's announcement stays",
    merge: 'move',
  },
  {
    table: 'campaigns',
    column: 'told_chat',
    through: chatsOf,
    erase: 'blank',
    blank: ['told_chat', 'told_message'],
    reason: "another one's announcement stays",
    merge: 'along',
  },
  {
    table: 'groups',
    column: 'linked_by',
    erase: 'blank',
    blank: ['linked_by'],
    reason: 'the group stays with its organisation',
    merge: 'move',
  },
  {
    table: 'groups',
    column: 'chat_id',
    through: chatsOf,
    erase: 'keep',
    reason: 'a group is nobody’s',
    merge: 'along',
  },
  { table: 'offers', column: 'chat_id', through: chatsOf, erase: 'delete', merge: 'along' },
  {
    table: 'centres',
    column: 'submission_id',
    through: submissionsOf,
    erase: 'blank',
    blank: ['submission_id'],
    reason: 'the centre stays; the form that described it goes',
    merge: 'along',
  },
  {
    table: 'centres',
    column: 'shared_by',
    erase: 'blank',
    blank: ['shared_by'],
    reason: 'the centre shares its practice, not the person',
    merge: 'move',
  },
  {
    table: 'label_decisions',
    column: 'decided_by',
    erase: 'blank',
    blank: ['decided_by'],
    reason: 'what was decided stays true',
    merge: 'move',
  },
  {
    table: 'actions',
    column: 'made_by',
    erase: 'blank',
    blank: ['made_by'],
    reason: "the centre's plan stays",
    merge: 'move',
  },
  // What they had promised the centre takes over.
  {
    table: 'actions',
    column: 'responsible_id',
    erase: 'blank',
    blank: ['responsible_id'],
    reason: "the centre's plan stays",
    merge: 'move',
  },
  { table: 'assessments', column: 'submission_id', through: submissionsOf, erase: 'delete', merge: 'along' },
  { table: 'fillers', column: 'submission_id', through: submissionsOf, erase: 'delete', merge: 'along' },
  { table: 'fillers', column: 'person_id', erase: 'delete', merge: 'move-or-drop', same: ['submission_id'] },
  { table: 'refused_answers', column: 'submission_id', through: submissionsOf, erase: 'delete', merge: 'along' },
  {
    table: 'refused_answers',
    column: 'by_person',
    erase: 'blank',
    blank: ['by_person'],
    reason: "an organisation's answer stays",
    merge: 'move',
  },
  { table: 'answer_history', column: 'submission_id', through: submissionsOf, erase: 'delete', merge: 'along' },
  { table: 'answers', column: 'submission_id', through: submissionsOf, erase: 'delete', merge: 'along' },
  { table: 'submissions', column: 'owner_person', erase: 'delete', merge: 'settle' },
  {
    table: 'answer_history',
    column: 'by_person',
    erase: 'blank',
    blank: ['by_person'],
    reason: "an organisation's answer stays",
    merge: 'move',
  },
  {
    table: 'answers',
    column: 'by_person',
    erase: 'blank',
    blank: ['by_person'],
    reason: "an organisation's answer stays",
    merge: 'move',
  },
  { table: 'files', column: 'owner_person', erase: 'delete', merge: 'settle' },
  {
    table: 'consents',
    column: 'person_id',
    erase: 'blank',
    blank: ['giver_name'],
    reason: 'proof that consent was given',
    merge: 'settle',
  },
  {
    table: 'consents',
    column: 'given_by',
    erase: 'keep',
    reason: "the child's consent stays in force; it points at the tombstone",
    merge: 'move',
  },
  { table: 'joins', column: 'asker_id', erase: 'delete', merge: 'move' },
  { table: 'joins', column: 'finder_id', erase: 'delete', merge: 'move' },
  { table: 'invitations', column: 'child_id', erase: 'delete', merge: 'move' },
  {
    table: 'invitations',
    column: 'issued_by',
    erase: 'blank',
    blank: ['issued_by'],
    reason: 'others may still use the link',
    merge: 'move',
  },
  { table: 'assignments', column: 'person_id', erase: 'delete', merge: 'settle' },
  { table: 'memberships', column: 'person_id', erase: 'delete', merge: 'settle' },
  {
    table: 'inbox',
    column: 'person_id',
    erase: 'blank',
    blank: ['payload', 'person_id'],
    reason: 'the key keeps out redeliveries',
    merge: 'move',
  },
  { table: 'page_messages', column: 'chat_id', through: chatsOf, erase: 'delete', merge: 'along' },
  { table: 'talks', column: 'chat_id', through: chatsOf, erase: 'delete', merge: 'along' },
  { table: 'chat_aliases', column: 'chat_id', through: chatsOf, erase: 'delete', merge: 'along' },
  {
    table: 'people',
    column: 'id',
    erase: 'blank',
    blank: ['name', 'born_on', 'preferred_chat', 'came_with', 'announcements_off_at'],
    reason: 'the tombstone',
    merge: 'end',
  },
  { table: 'chats', column: 'person_id', erase: 'delete', merge: 'move' },
  { table: 'identities', column: 'person_id', erase: 'delete', merge: 'move' },
  {
    table: 'audit',
    column: 'person_id',
    erase: 'keep',
    reason: 'who looked at whose data stays provable; it points at the tombstone',
    merge: 'settle',
  },
];

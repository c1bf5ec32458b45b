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

export const submissionsOf = { table: 'submissions', key: 'id', column: 'owner_person' };
export const chatsOf = { table: 'chats', key: 'id', column: 'person_id' };

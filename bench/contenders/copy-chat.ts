import type { Field } from '../ground.ts';

/** Copies what one person has said and is being asked to other people, row by row, as if they had gone the same way. */
export interface ChatCopier {
  copy(chat: number, first: number, count: number): Promise<{ chat: number; submission: number }[]>;
  submissionOf(chat: number): Promise<number>;
  stateOf(chat: number): Promise<unknown>;
}

const copying = `
  create schema if not exists bench;
  create or replace function bench.copy_chat(p_from text, p_to text) returns bigint language plpgsql as $$
  declare
    v_chat public.chats;
    v_person bigint;
    v_new_chat bigint;
    v_old bigint;
    v_new bigint;
  begin
    select * into v_chat from public.chats where external_id = p_from;
    insert into public.people (name, born_on, language, language_chosen, created_at)
      select name, born_on, language, language_chosen, created_at from public.people where id = v_chat.person_id
      returning id into v_person;
    insert into public.identities (channel_id, external_id, person_id, added_at)
      values (v_chat.channel_id, p_to, v_person, v_chat.last_used_at);
    insert into public.chats (channel_id, external_id, kind, person_id, last_used_at)
      values (v_chat.channel_id, p_to, v_chat.kind, v_person, v_chat.last_used_at) returning id into v_new_chat;
    insert into public.consents (person_id, given_by, text_version, how, at)
      select v_person, v_person, text_version, how, at from public.consents where person_id = v_chat.person_id;
    select id into v_old from public.submissions where owner_person = v_chat.person_id;
    insert into public.submissions (owner_person, form, form_hash, round, status, at_question, moved_by, opened_at, touched_at)
      select v_person, form, form_hash, round, status, at_question, moved_by, opened_at, touched_at
      from public.submissions where id = v_old returning id into v_new;
    insert into public.answers (submission_id, question, value, complete, by_person, at, rev)
      select v_new, question, value, complete, v_person, at, rev from public.answers where submission_id = v_old;
    insert into public.talks (chat_id, state)
      select v_new_chat, replace(replace(state::text, p_from, p_to), 'args": "[' || v_old || ']', 'args": "[' || v_new || ']')::jsonb
      from public.talks where chat_id = v_chat.id;
    return v_new;
  end $$;`;

export async function chatCopier({ admin }: Field): Promise<ChatCopier> {
  await admin.unsafe(copying).simple();
  return {
    async copy(chat, first, count) {
      const rows = await admin<{ chat: string; submission: string }[]>`
        select n as chat, bench.copy_chat(${String(chat)}, n::text) as submission
        from generate_series(${first}::bigint, ${first + count - 1}::bigint) n`;
      return rows.map((row) => ({ chat: Number(row.chat), submission: Number(row.submission) }));
    },
    async submissionOf(chat) {
      const [row] = await admin<{ id: string }[]>`
        select s.id from submissions s join chats c on c.person_id = s.owner_person where c.external_id = ${String(chat)}`;
      return Number(row?.id);
    },
    async stateOf(chat) {
      const [row] = await admin<{ state: unknown }[]>`
        select t.state from talks t join chats c on c.id = t.chat_id where c.external_id = ${String(chat)}`;
      return row?.state;
    },
  };
}

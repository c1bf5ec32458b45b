import { spreadCampaign } from '../../../src/store/campaigns/sending.ts';
import type { Language } from '../../../src/store/talks.ts';
import { confirmedCampaign } from '../../support/campaigns.ts';
import type { CampaignIdea } from '../../support/campaigns.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Group } from '../../support/double/group.ts';
import type { Person } from '../../support/double/person.ts';
import { delivers } from '../deadlines/scene.ts';
import { appoint, idOf, newcomer, organisation, project } from '../people/scene.ts';

/** An organisation whose coordinator announces to its volunteers and groups. */
export interface SendingScene {
  stage: Stage;
  organisation: number;
  project: number;
  /** Speaks English. */
  dana: Person;
  /** Adds a volunteer who reads this language. */
  volunteer(id: number, name: string, language?: Language): Promise<Person>;
  /** Adds a linked group that is written to in this language. */
  group(title: string, language?: 'kk' | 'ru' | 'both'): Promise<Group>;
  /** Confirms an announcement; gives its number. Nothing is sent before `worksOff`. */
  confirms(idea?: Partial<CampaignIdea>): Promise<number>;
  /** The same, to people only: the first of them get it now, the others a minute later; then both is done. */
  sendsFirst(first: number, idea?: Partial<CampaignIdea>): Promise<number>;
}

/** `at`: ISO; 11:00 in Almaty unless another moment is given. */
export async function sendingScene(at = '2026-11-22T06:00:00Z'): Promise<SendingScene> {
  const stage = await openStage({ at });
  const { sql, store } = stage.database;
  const here = await organisation(stage, 'Qanat');
  const school = await project(stage, here, 'School');
  const dana = await newcomer(stage, { id: 1, name: 'Dana' });
  await appoint(stage, 1, 'coordinator', { organisation: here });
  await sql`update people set name = 'Dana' where id = ${await idOf(stage, 1)}`;
  const confirms = async (idea: Partial<CampaignIdea> = {}) => {
    const author = await idOf(stage, 1);
    const whole = { organisation: here, author, people: { roles: ['volunteer'] }, ...idea };
    return confirmedCampaign(sql, store, whole, stage.running.birge.now());
  };
  return {
    stage,
    organisation: here,
    project: school,
    dana,
    async volunteer(id, name, language = 'kk') {
      const person = await newcomer(stage, { id, name, language });
      await appoint(stage, id, 'volunteer', { organisation: here });
      await sql`update people set name = ${name} where id = ${await idOf(stage, id)}`;
      return person;
    },
    async group(title, language = 'both') {
      const group = stage.double.group({ title });
      await sql`
        with chat as (
          insert into chats (channel_id, external_id, kind, last_used_at)
          select id, ${String(group.chat.id)}, 'group', ${at} from channels where kind = 'telegram' returning id
        )
        insert into groups (chat_id, organisation_id, title, language, linked_at) select id, ${here}, ${title}, ${language}, ${at} from chat`;
      return group;
    },
    confirms,
    async sendsFirst(first, idea) {
      const from = stage.running.birge.now();
      const campaign = await confirms({ groups: null, ...idea });
      while ((await spreadCampaign(store, campaign, from)) === 'more');
      await sql`update outbox set due_at = due_at + interval '1 minute' where id in (
        select id from outbox where campaign_id = ${campaign} order by person_id offset ${first})`;
      await sql`update lanes l set due_at = o.due_at from outbox o where o.chat_id = l.chat_id and o.campaign_id = ${campaign}`;
      await worksOff(stage);
      stage.setClock(new Date(from.getTime() + 60_000).toISOString());
      await worksOff(stage);
      return campaign;
    },
  };
}

/** Jobs, outbox and progress do what is due now. */
export const worksOff = async (stage: Stage): Promise<void> => {
  await delivers(stage);
  await stage.catchUp();
};

/** What the audit says of announcements, by account. */
export const auditOf = async (stage: Stage) =>
  await stage.database.sql`
    select i.external_id as account, a.action, a.detail from audit a left join identities i on i.person_id = a.person_id
    where a.subject_kind = 'campaign' order by a.id`;

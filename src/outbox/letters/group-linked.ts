import { readGroup } from '../../store/groups.ts';
import type { LetterKind } from '../letter.ts';

/** Tells whoever gave a code that a group was linked with it. Let go meanwhile: there is nothing to say. */
export const groupLinked: LetterKind = {
  async write(birge, { payload, language }) {
    const group = await readGroup(birge.store, Number(payload['group']));
    if (group === null) return undefined;
    const say = birge.say(language);
    const organisation = group.organisationName[language] ?? group.organisationName.kk;
    const title = group.title === '' ? say('grp-untitled') : group.title;
    return {
      screen: {
        text: say('grp-linked', { title, organisation }),
        buttons: [
          [{ text: say('grp-describe'), data: `grp:${group.chat}:describe` }],
          [{ text: say('grp-all'), data: 'grp:list' }],
        ],
      },
    };
  },
};

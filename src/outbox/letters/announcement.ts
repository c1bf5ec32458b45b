import { confirmedCampaign } from '../../announcing/confirmed.ts';
import { announcementLetter } from '../../announcing/letter.ts';
import { tooLong } from '../../announcing/texts.ts';
import type { LetterKind } from '../letter.ts';

/** What a coordinator announces, to a group or a person. Whether it may still go was asked at the claim. */
export const announcement: LetterKind = {
  async write(birge, { payload, chatKind, language, groupLanguage }, channel) {
    const campaign = await confirmedCampaign(birge, Number(payload['campaign']));
    if (campaign === undefined) return undefined;
    if (tooLong(campaign)) return { end: { end: 'rejected', reason: 'too long' } };
    return announcementLetter(birge, campaign, {
      language: chatKind === 'group' ? (groupLanguage ?? 'both') : language,
      chatKind,
      channel,
    });
  },
};

import type { LetterKind } from './letter.ts';
import { actionGiven } from './letters/action-given.ts';
import { announcement } from './letters/announcement.ts';
import { answerDiffered } from './letters/answer-differed.ts';
import { assessmentFinished } from './letters/assessment-finished.ts';
import { campaignAnswered, campaignAsked } from './letters/campaign.ts';
import { catchUp, setAside } from './letters/catch-up.ts';
import { centreConfirmed, labelDecided } from './letters/centre-news.ts';
import { centreRegistered } from './letters/centre-registered.ts';
import { consentGiven } from './letters/consent-given.ts';
import { deadlines } from './letters/deadlines.ts';
import { joinAsked, joinEnded } from './letters/joining.ts';
import { groupLinked } from './letters/group-linked.ts';
import { labelApplication } from './letters/label-application.ts';
import { listPicture, listTable } from './letters/list.ts';
import { retentionNotice } from './letters/retention-notice.ts';
import { whatsappAlert } from './letters/whatsapp-alert.ts';
import { submissionCard } from './letters/submission-card.ts';

/** Every kind of letter there is; a new one is a file in `letters/` and a line here. */
export const letterKinds: Readonly<Record<string, LetterKind>> = {
  'catch-up': catchUp,
  'set-aside': setAside,
  'consent-given': consentGiven,
  'submission-card': submissionCard,
  'retention-notice': retentionNotice,
  'join-asked': joinAsked,
  'join-ended': joinEnded,
  'whatsapp-alert': whatsappAlert,
  'group-linked': groupLinked,
  'centre-registered': centreRegistered,
  'answer-differed': answerDiffered,
  'action-given': actionGiven,
  'assessment-finished': assessmentFinished,
  'label-application': labelApplication,
  'centre-confirmed': centreConfirmed,
  'label-decided': labelDecided,
  announcement,
  'campaign-asked': campaignAsked,
  'campaign-answered': campaignAnswered,
  digest: deadlines,
  reminder: deadlines,
  'list-picture': listPicture,
  'list-table': listTable,
};

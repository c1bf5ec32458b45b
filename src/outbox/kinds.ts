import type { LetterKind } from './letter.ts';
import { actionGiven } from './letters/action-given.ts';
import { agreementFileLetter } from './letters/agreement-document.ts';
import { agreementMade, agreementSigned } from './letters/agreements.ts';
import { announcement } from './letters/announcement.ts';
import { answerDiffered } from './letters/answer-differed.ts';
import { assessmentFinished } from './letters/assessment-finished.ts';
import { campaignAnswered, campaignAsked } from './letters/campaign.ts';
import { candidateAnswered } from './letters/candidate-answered.ts';
import { catchUp, setAside } from './letters/catch-up.ts';
import { centreConfirmed, labelDecided } from './letters/centre-news.ts';
import { centreRegistered } from './letters/centre-registered.ts';
import { consentGiven } from './letters/consent-given.ts';
import { deedPlanned, deedQuestioned } from './letters/deed.ts';
import { deadlines } from './letters/deadlines.ts';
import { joinAsked, joinEnded } from './letters/joining.ts';
import { groupLinked } from './letters/group-linked.ts';
import { labelApplication } from './letters/label-application.ts';
import { enrolmentEnded, volunteerLeaves } from './letters/leaving.ts';
import { listPicture, listTable } from './letters/list.ts';
import { paperAsked, paperReceived } from './letters/papers.ts';
import { retentionNotice } from './letters/retention-notice.ts';
import { thanksFileLetter } from './letters/thanks-file.ts';
import { thanksGiven } from './letters/thanks-given.ts';
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
  'candidate-answered': candidateAnswered,
  'paper-asked': paperAsked,
  'paper-received': paperReceived,
  'agreement-made': agreementMade,
  'agreement-document': agreementFileLetter,
  'agreement-signed': agreementSigned,
  'volunteer-leaves': volunteerLeaves,
  'enrolment-ended': enrolmentEnded,
  announcement,
  'campaign-asked': campaignAsked,
  'campaign-answered': campaignAnswered,
  'deed-questioned': deedQuestioned,
  'deed-planned': deedPlanned,
  'thanks-given': thanksGiven,
  'thanks-file': thanksFileLetter,
  digest: deadlines,
  reminder: deadlines,
  'list-picture': listPicture,
  'list-table': listTable,
};

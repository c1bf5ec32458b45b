import type { Birge } from '../context.ts';
import { certificateDocument } from '../documents/certificate.ts';
import { recommendationDocument } from '../documents/recommendation.ts';
import { qrSquares } from '../linking/qr.ts';
import type { Enclosure } from '../screens/put-file.ts';
import type { ScreenButton } from '../screens/screen.ts';
import { readSubmission } from '../store/submissions.ts';
import type { Language } from '../store/talks.ts';
import { readEnrolment } from '../store/volunteers/enrolments.ts';
import type { Thanks } from '../store/volunteers/thanks.ts';
import { recommendationOf } from './recommendation.ts';

/** Latin letters, for programs of all kinds: «ұсыным хат», «рекомендация». */
const letterNames = { kk: 'usynym-hat', ru: 'rekomendaciya', en: 'recommendation' } as const;

type Making = Pick<Birge, 'store' | 'say' | 'address'>;

/**
 * A certificate or a letter as a file, made anew each time it is opened; what is said with it is in `language`. `note`, in
 * HTML, stands above that. Undefined: its words went with the person who wrote them.
 */
export async function thanksFile(
  birge: Making,
  thanks: Thanks,
  { language, note, buttons }: { language: Language; note?: string; buttons: ScreenButton[][] },
): Promise<Enclosure | undefined> {
  const made =
    thanks.kind === 'certificate'
      ? await certificateOf(birge, thanks, language)
      : await letterOf(birge, thanks, language);
  if (made === undefined) return undefined;
  const { bytes, name, caption } = made;
  const said = note === undefined ? caption : `${note}\n\n${caption}`;
  return { as: 'document', bytes, name, caption: said, buttons, tellsOf: [thanks.person] };
}

async function certificateOf({ say, address: at }: Making, thanks: Thanks, language: Language) {
  const { number, issuedOn, hours, deeds, from, until } = thanks;
  if (number === null) return undefined;
  const address = `${at}/c/${number}`;
  const bytes = await certificateDocument({
    language: thanks.language,
    name: thanks.name ?? '—',
    project: thanks.projectName[thanks.language] ?? thanks.projectName.kk,
    organisation: thanks.organisationName[thanks.language] ?? thanks.organisationName.kk,
    from,
    until,
    hours,
    deeds,
    coordinator: thanks.issuer,
    issuedOn,
    number,
    address,
    code: qrSquares(address),
  });
  return { bytes, name: `sertifikat-${issuedOn}.pdf`, caption: say(language)('vol-thx-file-certificate', { address }) };
}

async function letterOf({ store, say }: Making, thanks: Thanks, language: Language) {
  const submission = thanks.submission === null ? null : await readSubmission(store, thanks.submission);
  if (submission === null) return undefined;
  const enrolment = submission.about?.kind === 'enrolment' ? await readEnrolment(store, submission.about.id) : null;
  const bytes = await recommendationDocument(recommendationOf(thanks, submission, enrolment));
  const name = `${letterNames[thanks.language]}-${thanks.issuedOn}.docx`;
  return { bytes, name, caption: say(language)('vol-thx-file-letter') };
}

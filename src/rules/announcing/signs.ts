/** What can be seen in a text without understanding it. */

const address = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const link =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:kz|com|org|me|ru|net|link|app)(?:\/\S*)?(?![\p{L}\p{N}])/giu;
const account = /(?<![\p{L}\p{N}.])@[a-z0-9_.]{3,}/giu;
/** Ten digits of a number in the country, or seven and more in groups, with the marks that people put between them. */
const phone =
  /(?<![\p{N}.,])(?:(?:\+?7|8)[\s(–-]*)?\(?\d{3,4}\)?[\s–-]*\d{2,3}[\s–-]*\d{2}[\s–-]*\d{2}(?!\p{N}|[:.]\d)/gu;

/** E-mail addresses, links, @names and phones as they are written. */
export interface Contacts {
  addresses: string[];
  links: string[];
  accounts: string[];
  phones: string[];
}

/** The contacts in a text, and what is left of it without them. */
export function contactsIn(text: string): { contacts: Contacts; rest: string } {
  let rest = text;
  const take = (pattern: RegExp): string[] => {
    const found = [...rest.matchAll(pattern)].map(([whole]) => whole.replace(/[.,;:!?)»"]+$/u, ''));
    rest = rest.replace(pattern, ' ');
    return found;
  };
  const [addresses, links, accounts, phones] = [take(address), take(link), take(account), take(phone)];
  return { contacts: { addresses, links, accounts, phones }, rest };
}

export const hasContact = (text: string): boolean =>
  Object.values(contactsIn(text).contacts).some((found) => found.length > 0);

/** How many hashtags; what stands after `#` in a link, and `#1`, are none. */
export const hashtagsIn = (text: string): number =>
  [...contactsIn(text).rest.matchAll(/(?<![\p{L}\p{N}_&/#])#[\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu)].length;

const point = /^\s*(?:[—–•·*▪▫●◦✓✔✅➤👉-]\uFE0F?|\d{1,2}[.)]|\d\uFE0F?\u20E3)\s*(?<said>\p{L}.*)$/u;

/**
 * The longest row of points, one to a line, that may be arguments. A point that names a number, a day or the like, or
 * begins with a label («Орны: …»), is a fact and no argument.
 */
export function longestListIn(text: string): number {
  let [longest, row] = [0, 0];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const said = point.exec(line)?.groups?.['said'];
    if (said === undefined) row = 0;
    else if (!/\d|^[^:]{1,25}:\s/u.test(said)) row += 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

/** Polite requests and invitations, in Kazakh and Russian: by their endings, so some other words look like one, too. */
const request =
  /(?<!\p{L})\p{L}{2,}(?:[ыі]?[ңн][ыі]з(?:дар|дер)?(?:ш[ыі])?|йық|йік|(?:[йь]те|ите)(?:сь)?)(?!\p{L})|шақырам|шакырам|күтемі|кутеми|ждём|ждем|приглаша|регистрац|тіркел|тіркеу/iu;

/** Does the text ask for anything? Says yes rather once too often. */
export const asksSomething = (text: string): boolean => request.test(text);

/** Four words on end in capitals, each of three letters and more; a headline, a short first line, may have them. */
export function shoutsInCapitals(text: string): boolean {
  const body = text.replace(/^.{1,80}\n/, '');
  return /(?<!\p{L})(?:\p{Lu}{3,}[^\p{L}\n]+){3}\p{Lu}{3,}(?!\p{L})/u.test(body);
}

/** Three exclamation marks on end, or of them and question marks, or seven in the whole text. */
export const exclaimsALot = (text: string): boolean =>
  /!{3}|[!?]{4}/.test(text.replace(/\s/g, '')) || text.split('!').length > 7;

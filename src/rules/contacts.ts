/** A number as it is dialled in Kazakhstan: perhaps +7 or 8, then ten digits of which the first is 7. */
const phone = /(?<!\d)(?:(?:\+?7|8)[\s()._-]*)?7(?:[\s()._-]*\d){9}(?!\d)/;

/** What stands before the @ of an address in `https://youtube.com/@name` is a slash: that is a page. */
const mail = /[^\s/@]+@[^\s/@]+\.[^\s/@]+/;

/** Does a text hold a phone number? */
export const holdsPhone = (text: string): boolean => phone.test(text);

/** Does a text hold an e-mail address? */
export const holdsMail = (text: string): boolean => mail.test(text);

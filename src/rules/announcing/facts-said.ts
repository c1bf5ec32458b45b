import { daysIn } from './days-said.ts';
import { contactsIn } from './signs.ts';

/** A day, time, number or contact of a text. */
interface Fact {
  /** As it is written. */
  said: string;
  /** Equal keys are the same fact, however it is written. */
  key: string;
}

/** What two texts that should say the same say differently: facts of each that the other lacks, as they are written. */
export function factsApart(one: string, other: string): { one: string[]; other: string[] } {
  const [ofOne, ofOther] = [factsIn(one), factsIn(other)];
  const lacking = (facts: readonly Fact[], there: readonly Fact[]) => {
    const apart = facts.filter((fact) => !there.some((known) => sameFact(fact.key, known.key)));
    return [...new Map(apart.map(({ key, said }) => [key, said])).values()];
  };
  return { one: lacking(ofOne, ofOther), other: lacking(ofOther, ofOne) };
}

function factsIn(text: string): Fact[] {
  const { contacts, rest } = contactsIn(text);
  let left = rest;
  const facts: Fact[] = [
    ...[...contacts.addresses, ...contacts.accounts].map((said) => ({ said, key: said.toLowerCase() })),
    ...contacts.links.map((said) => ({ said, key: said.toLowerCase().replace(/^https?:\/\/|^www\.|\/$/g, '') })),
    ...contacts.phones.map((said) => ({ said, key: `phone ${said.replace(/\D/g, '').slice(-10)}` })),
  ];
  for (const { said, date, from } of daysIn(rest)) {
    left = left.replace(said, ' ');
    for (const day of from ? [from, date] : [date]) facts.push({ said, key: `day ${day}` });
  }
  // Numbers of a list's points.
  left = left.replace(/^\s*\d{1,2}[.)]\s/gm, ' ');
  left = left.replace(/(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)/g, (said, hours: string, minutes: string) => {
    facts.push({ said, key: `time ${Number(hours)}:${minutes}` });
    return ' ';
  });
  for (const [said] of left.matchAll(/\d{1,3}(?:[ \u00A0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/g)) {
    const number = said.replace(/[ \u00A0]/g, '').replace(',', '.');
    // A year is often written in one language only.
    if (!/^(?:19|20)\d{2}$/.test(number)) facts.push({ said, key: `number ${Number(number)}` });
  }
  return facts;
}

/** The same key; or a bare number that says the day of a date or a full hour («18-де», "в 18:00"). */
function sameFact(one: string, other: string): boolean {
  return one === other || isLoosely(one, other) || isLoosely(other, one);
}

function isLoosely(number: string, other: string): boolean {
  if (!number.startsWith('number ')) return false;
  const value = number.slice('number '.length);
  return other === `time ${value}:00` || (other.startsWith('day ') && Number(other.slice(-2)) === Number(value));
}

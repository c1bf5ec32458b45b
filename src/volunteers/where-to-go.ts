import { z } from 'zod';
import { readContentFile } from '../content-file.ts';
import { wordIssues } from '../forms/broken.ts';
import { words } from '../forms/words.ts';
import { holdsMail, holdsPhone } from '../rules/contacts.ts';
import { pageProblem } from '../rules/page-address.ts';
import type { PageProblem } from '../rules/page-address.ts';

const text = z.string().regex(/\S/, 'is empty; write a text');

const shape = z.strictObject({
  source: text,
  /** The year of which the list is. */
  year: z.int('write the year in digits: 2020'),
  organisations: z.array(
    z.strictObject({
      /** The row's number in annex 8. */
      code: z
        .string('write the number of the row in quotation marks: "12"')
        .regex(/^\d{1,3}$/, 'is no number of a row'),
      name: text,
      city: text,
      region: z.string(),
      pages: z.array(z.string()),
    }),
  ),
  sites: z.array(z.strictObject({ title: words, url: z.string(), about: z.enum(['volunteering', 'tutoring']) })),
});
/** Where volunteers can go: organisations (the database keeps the list as it is today) and sites to read. */
export type WhereToGo = z.infer<typeof shape>;

/**
 * Reads and checks `where-to-go.yaml`; `regions` are the codes that the form of a place knows. Throws one `BrokenContent`
 * that lists every mistake.
 */
export function loadWhereToGo(file: string, regions: ReadonlySet<string>): WhereToGo {
  const written = readContentFile(file, (raw, problems) => {
    const read = shape.safeParse(raw);
    if (read.success) problems.push(...mistakesIn(read.data, regions));
    else problems.push(...wordIssues(read.error.issues, raw, Object.keys(shape.shape)));
    return read.data;
  });
  if (written === undefined) throw new Error(`${file}: nothing was read, and nothing is wrong`);
  return written;
}

const fixes: Record<PageProblem, string> = {
  address: 'is no address; write one that begins with http:// or https://',
  phone: 'holds a phone number; leave it out',
  mail: 'holds an e-mail address; leave it out',
};

/** Mistakes that no single field shows. */
function mistakesIn({ organisations, sites }: WhereToGo, regions: ReadonlySet<string>): string[] {
  const codes = organisations.map(({ code }) => code);
  return [
    ...organisations.flatMap(({ code, name, city, region, pages }, index) =>
      [
        ...(codes.indexOf(code) < index ? [`code: ${twice(code)}`] : []),
        ...(regions.has(region) ? [] : [`region: "${region}" is not known; write one of: ${[...regions].join(', ')}`]),
        ...Object.entries({ name, city }).flatMap(([field, said]) => contact(said, field)),
        ...pages.flatMap((page, at) => [
          ...(pages.indexOf(page) < at ? [`pages[${at + 1}]: ${twice(page)}`] : []),
          ...wrong(page, `pages[${at + 1}]`),
        ]),
      ].map((problem) => `organisations[${index + 1}].${problem}`),
    ),
    ...sites.flatMap(({ url }, index) => [
      ...(sites.findIndex((site) => site.url === url) < index ? [`sites[${index + 1}].url: ${twice(url)}`] : []),
      ...wrong(url, `sites[${index + 1}].url`),
    ]),
  ];
}

const twice = (value: string): string => `"${value}" stands there twice; leave one`;

function wrong(address: string, place: string): string[] {
  const problem = pageProblem(address);
  return problem === undefined ? [] : [`${place}: "${address}" ${fixes[problem]}`];
}

function contact(said: string, place: string): string[] {
  const problem = holdsPhone(said) ? 'phone' : holdsMail(said) ? 'mail' : undefined;
  return problem === undefined ? [] : [`${place}: "${said}" ${fixes[problem]}`];
}

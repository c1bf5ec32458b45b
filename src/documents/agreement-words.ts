interface Section {
  title: string;
  /** In the order of annex 2; the numbers are counted. */
  items: readonly string[];
}

/** The words of the agreement that are ours, in one language. What each item says comes from annex 2 of the volunteering manual. */
export interface AgreementWords {
  title: string;
  place: string;
  date: string;
  /** A date to fill in by hand. */
  dateLine: string;
  parties(known: { organisation: string; project: string; volunteer: string }): string;
  volunteer: string;
  name: string;
  card: string;
  issued: string;
  address: string;
  phone: string;
  email: string;
  subjectTitle: string;
  subject(project: string): string;
  /** 13 items. */
  organisationDuties: Section;
  /** 5 items. */
  organisationRights: Section;
  /** Items 3.1 to 3.9; the tenth is `notice`. */
  volunteerDuties: Section;
  /** Item 3.10, with the days that were agreed on; two weeks unless agreed otherwise. */
  notice(days: number): string;
  /** 6 items. */
  volunteerRights: Section;
  term: Section;
  reports: Section;
  work: { title: string; hours: string; weekdays: string; time: string; expenses: string };
  signatures: string;
  forOrganisation(organisation: string): string;
  parent: string;
  nameAndSignature: string;
  signature: string;
}

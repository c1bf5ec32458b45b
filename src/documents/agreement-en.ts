import type { AgreementWords } from './agreement-words.ts';

export const wordsEn: AgreementWords = {
  title: 'Volunteer agreement',
  place: 'Place',
  date: 'Date',
  dateLine: '____ ____________________ 20___',
  parties: ({ organisation, project, volunteer }) =>
    `${organisation} (the Organisation), for the project “${project}”, and ${volunteer} (the Volunteer), trusting each other, agree on the following.`,
  volunteer: 'Volunteer',
  name: 'Full name',
  card: 'Identity card',
  issued: 'Issued on and by',
  address: 'Address',
  phone: 'Phone',
  email: 'E-mail',
  subjectTitle: 'What it is about',
  subject: (project) =>
    `The Volunteer helps the project “${project}” freely and without pay, and the Organisation provides for it as this agreement says.`,
  organisationDuties: {
    title: 'Duties of the Organisation',
    items: [
      'Explain to the Volunteer their rights and duties.',
      'Keep a record of its volunteers.',
      'Put into its own rules how it takes volunteers and works with them, and keep these rules up to date.',
      'Train the Volunteer in the basics of volunteering and in the skills of the chosen field; the times are agreed on separately.',
      'Give all the information and materials that taking part requires.',
      'Offer lasting projects in which the Volunteer can grow, and look back at the work together with them.',
      'Help with contacts to other organisations where the Volunteer can learn more.',
      'Provide medical insurance where the work may endanger the life or health of the Volunteer.',
      'Confirm by a document what the Volunteer is entrusted with.',
      'Settle disputes that arise in the work, within this agreement.',
      'Oversee the work of the Volunteer and answer for it within this agreement and the law of the Republic of Kazakhstan.',
      'Give recommendation letters on the results of the work.',
      'Draw up the schedule of work together with the Volunteer.',
    ],
  },
  organisationRights: {
    title: 'Rights of the Organisation',
    items: [
      'Decide how far the Volunteer takes part in its programmes.',
      'Choose the programmes that are carried out with the Volunteer.',
      'Ask for respect towards staff, partners, clients and property.',
      'Change the schedule of programmes in agreement with the Volunteer.',
      'Do without the help of a Volunteer who does not keep their duties; a compensation, even if a programme has one, is not paid then.',
    ],
  },
  volunteerDuties: {
    title: 'Duties of the Volunteer',
    items: [
      'Know and share the aims and principles of the Organisation, help to put them into practice and uphold its good name.',
      'Do carefully and honestly what they have taken on by this agreement.',
      'Take an active part in the programmes carried out together.',
      'Have the skills that the chosen work asks for.',
      'Keep to the rules and the order of work of the Organisation.',
      'Agree on working times with the staff of the project.',
      'Hand in reports on the work by the dates that the Organisation sets.',
      'Do no harm to the Organisation, material or moral.',
      'Tell the Organisation in time of whatever keeps them from fulfilling their duties.',
    ],
  },
  notice: (days) => {
    if (days === 0) return 'Tell the Organisation when they leave; no notice was agreed on.';
    const before = days === 14 ? '2 weeks (14 days)' : `${days} ${days === 1 ? 'day' : 'days'}`;
    return `Tell the Organisation at least ${before} before leaving.`;
  },
  volunteerRights: {
    title: 'Rights of the Volunteer',
    items: [
      'Work by their own wishes, abilities and needs, as far as the law, the conventions on human rights and on the rights of the child, and the interests of the Organisation allow.',
      'Demand documents from the Organisation that state the kind, quality and amount of work, the level of skill and the length of service.',
      'Take the initiative and an active part in various programmes of the Organisation.',
      'Make proposals for new programmes.',
      'Change the schedule of programmes in agreement with the Organisation.',
      'Work under the conditions that the law and the rules for such work require: with what is needed, in safety, and with their rights and interests protected.',
    ],
  },
  term: {
    title: 'Term',
    items: ['The agreement is in force from the day of signing.', 'Either side may end it early.'],
  },
  reports: {
    title: 'Information and reports',
    items: [
      'The Volunteer reports on the work at least once a month in the form that the Organisation gives.',
      'The Organisation draws up reports on the programmes carried out with volunteers, opens them to everybody and publishes the results on its site.',
      'The Organisation may ask the Volunteer at any time how the programmes are going.',
    ],
  },
  work: {
    title: 'Times and expenses',
    hours: 'Hours a week',
    weekdays: 'Weekdays',
    time: 'Time of day',
    expenses: 'The Organisation pays back',
  },
  signatures: 'Signatures',
  forOrganisation: (organisation) => `For the Organisation (${organisation})`,
  parent: 'Parent or other legal representative of the Volunteer',
  nameAndSignature: 'name, signature',
  signature: 'signature',
};

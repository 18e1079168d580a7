const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const findings = {
  documents: 'Which document',
  names: {
    comma: '1 · Typed in a hurry',
    twice: '2 · One thing twice',
    spelling: '3 · Nearly the words',
    bucket: '4 · On the bucket',
    trust: '5 · Who takes the role',
  },
  about: {
    comma: 'Meant for Oskar: read the timetables, and nothing else.',
    twice: 'Meant for Oskar: read the timetables and list them, and nothing else.',
    spelling: 'Meant for Oskar: read the timetables, and nothing else. There is more than one mistake in it.',
    bucket: 'The policy of the bucket `tern-timetables`: Oskar may read its objects, and nothing else.',
    trust: 'The trust policy of the role `harbour-desk`: Oskar may take it.',
  },
  own: 'Your own',
  kind: 'It is a document of the kind',
  mended: 'mended:',
  sum: (errors: number, others: number): string =>
    `${counted(errors, 'error', 'errors')}, ${counted(others, 'other finding', 'other findings')}.`,
  asked: (action: string, resource: string): string => `Oskar asks for \`${action}\` on \`${resource}\`:`,
  outcome: (is: string, meant: string): string =>
    is === meant ? `${is}, as meant` : `${is}, but ${meant} was meant`,
  whole: 'Mended: it can be read, and it does what it was meant to do.',
};

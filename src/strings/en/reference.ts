export const reference = {
  title: 'Reference',
  standfirst: 'To look things up: words, operators, keys, limits, messages, and where each of them is from.',
  glossaryTitle: 'Glossary',
  glossaryStandfirst: 'The words of the course, one sentence each.',
  decisionTitle: 'Rules of a decision',
  decisionStandfirst:
    'Every rule that a derivation can rest on. The same words stand in each lab, question and lesson.',
  actionsTitle: 'Actions of AWS services',
  actionsStandfirst:
    'The actions of the services of this course, with what each works on and the keys that it knows.',
  sourcesTitle: 'Sources',
  sourcesStandfirst: 'What this course rests on, and when it was read.',
  filter: 'Show only rows with',
  none: 'Nothing has these words.',
  some: 'left',
  citedIn: 'In',
  everything: 'everything (*)',
  columns: { action: 'Action', level: 'Level', on: 'Works on', keys: 'Condition keys of its own' },
  actions: (n: number): string => `${n} actions`,
  actionsOf: (service: string): string => `Actions of ${service}`,
  actionsAbout: (service: string): string =>
    `What a statement can name after ${service}:, how AWS classes it, the kinds of resource that it works on, and its own condition keys.`,
};

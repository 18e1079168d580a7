export const tools = {
  title: 'Tools',
  listTitle: 'Tools',
  listStandfirst: 'Every widget of the lessons by itself, to try a thing out or to look something up.',
  reset: 'Start again',
  larger: 'Open it larger',
  lessonsWith: 'In the lessons',
  wholeTitle: 'A whole account',
};

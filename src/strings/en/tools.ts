export const tools = {
  title: 'Tools',
  listTitle: 'Tools',
  listStandfirst: 'Every widget of the lessons by itself, to try a thing out or to look something up.',
  situation: 'Situation',
  broken: 'This widget cannot show what is in it. Start again to clear it.',
  linkDamaged: 'What this address carries is damaged and cannot be opened. Open it from the lesson again.',
  linkNewer: 'This address was made by a newer version of this page. Reload the page and open it again.',
  reset: 'Start again',
  larger: 'Open it larger',
  lessonsWith: 'In the lessons',
  wholeTitle: 'A whole account',
};

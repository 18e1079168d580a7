export const licences = {
  title: 'Licences',
  standfirst: 'What ships with this site besides our own work, and under which terms.',
  own: 'Gatehouse itself is under the MIT licence.',
};

export const search = {
  button: 'Search',
  key: '/',
  title: 'Search lessons, terms and reference',
  placeholder: 'boundary, iam:PassRole, external id…',
  hint: 'Type a word or two. The arrow keys walk through what is found.',
  close: 'Close',
  found: (n: number): string => (n === 0 ? 'Nothing found.' : n === 1 ? 'One place.' : `${n} places.`),
  failed: 'The index could not be fetched. Reload the page, or try again when you are online.',
  within: (title: string, heading: string): string => `${title} › ${heading}`,
};

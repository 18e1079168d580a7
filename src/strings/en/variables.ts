export const variables = {
  context: 'Also sent',
  contextExample: 's3:prefix = sam/',
  none: 'No text with a variable was read for this request: a part of each such statement did not fit before, or the document has none.',
  becomes: (text: string): string => `becomes \`${text}\``,
  fitsNothing: 'fits nothing: one of its variables has neither value nor default.',
  filled: (variable: string, value: string | undefined): string =>
    value === undefined ? `\`${variable}\` has no value` : `\`${variable}\` is \`${value}\``,
  literal: 'Its wildcard is a character here.',
  carries: 'What the request carries',
};

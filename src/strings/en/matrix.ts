export const matrix = {
  table: 'Access matrix',
  who: 'Who',
  cell: 'The open cell',
  signs: { allowed: '✓', explicitDeny: '✕', implicitDeny: '–', failed: '?' },
  outcomes: {
    allowed: 'allowed',
    explicitDeny: 'denied, in so many words',
    implicitDeny: 'denied, nobody allows it',
    failed: 'fails before anything is decided',
  },
  label: (who: string, action: string, on: string, outcome: string): string =>
    `${who}, ${action}, ${on}: ${outcome}.`,
  before: (outcome: string): string => `Before: ${outcome}.`,
  count: (now: number, before: number): string =>
    now === before ? `Allowed cells: ${now}.` : `Allowed cells: ${now}, before it ${before}.`,
  turned: (cells: number, documents: number): string => {
    if (documents === 0) return 'Touch a cell to read why. Change a policy to see which cells turn.';
    if (cells === 0) return 'You changed a policy, and no cell turned.';
    return cells === 1 ? '1 cell turned.' : `${cells} cells turned.`;
  },
};

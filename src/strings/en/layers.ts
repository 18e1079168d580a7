export const layers = {
  table: 'Layer by layer',
  request: 'Request',
  decides: 'What decides it',
  outcomes: { allowed: 'allowed', explicitDeny: 'a Deny', implicitDeny: 'silence', failed: 'fails' },
  own: 'Their own policies alone',
  bucket: 'The bucket alone',
  together: 'Both together',
  union: (either: number, together: number): string => {
    if (either === together)
      return `${either} requests are allowed by one of the two, and as many by both together.`;
    return `${either} requests are allowed by one of the two alone, and ${together} by both together: look at the rows that differ.`;
  },
  policy: 'The policies alone',
  boundary: 'The boundary alone',
  outcome: 'What comes of it',
  onlyPolicy: 'Only the policies allow',
  bothAllow: 'Both allow: this is left',
  onlyBoundary: 'Only the boundary allows',
  none: 'nothing',
  left: (both: number, policy: number, boundary: number, neither: number): string =>
    `${both} of ${both + policy + boundary + neither} requests are left. Cut off by the boundary: ${policy}. Room that nobody uses: ${boundary}. In neither: ${neither}.`,
};

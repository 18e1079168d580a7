export const request = {
  parts: { principal: 'who', action: 'does what', resource: 'on what', context: 'how it comes' },
  about: {
    principal:
      'The principal. AWS reads it off the signature, or off the token of a provider. A request cannot say that it comes from somebody else.',
    action: 'The action, by the service that defines it and a verb of that service.',
    resource: 'The resource, by its ARN. Some actions, such as those that list, name none.',
    context:
      'The context: what is known besides. Most of it AWS finds out by itself. What the program of the caller says, anybody may make up.',
  },
  partsLabel: 'The parts of the request',
  nobody: 'nobody: it is not signed',
  keys: (n: number): string => `${n} keys`,
  contextLabel: 'The context of the request',
  keyColumn: 'Key',
  valueColumn: 'Value',
  tellerColumn: 'Who says it',
  tellers: {
    caller: 'AWS, who knows whose signature it is',
    way: 'AWS, who sees it arrive',
    resource: 'AWS, who keeps the resource',
    program: 'the caller’s own program',
  },
  eachLabel: 'The same request by each of them',
  undecided: 'not decided',
};

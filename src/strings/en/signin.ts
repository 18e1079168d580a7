const hours = (seconds: number): string =>
  seconds % 3600 === 0 ? `${String(seconds / 3600)} h` : `${String(Math.round(seconds / 60))} min`;

export const signin = {
  origin: 'The credentials come from',
  origins: {
    assumed: 'AssumeRole, called with a user’s key',
    chained: 'AssumeRole, called from another role’s session',
    federation: 'GetFederationToken',
    session: 'GetSessionToken',
    key: 'the access key of a user, as it is',
  },
  encoding: 'Values are encoded',
  encodings: { once: 'once, each', none: 'not at all', twice: 'twice, each' },
  session: 'The session, as JSON',
  fields: {
    duration: 'SessionDuration, in seconds (may be left out)',
    destination: 'Destination, the page where people arrive',
    issuer: 'Issuer, where they go when it ends (may be left out)',
  },
  answer: 'What the endpoint answers',
  steps: {
    request: '1. The request for a sign-in token',
    token: '2. What comes back',
    login: '3. The address for the browser, good for a quarter of an hour',
  },
  meant: 'means',
  written: 'in the address',
  read: 'is read as',
  nothing: 'nothing: it is not found',
  named: {
    missing: (name: string): string => `\`${name}\` is missing, or is no text. The endpoint wants all three.`,
    unknown: (name: string): string =>
      `The endpoint knows no \`${name.slice(0, 40).replaceAll('`', '')}\`. Its names are \`sessionId\`, \`sessionKey\` and \`sessionToken\`, other than those of STS.`,
  },
  faults: {
    json: 'The session is not JSON. Look for a missing quote, comma or bracket.',
    object: 'The session is one JSON object with three values.',
    duration: '`SessionDuration` is a whole number of seconds, from 900 to 43200.',
    destination:
      '`Destination` is an address of the console: it begins with `https://` and its host ends in `aws.amazon.com`.',
    issuer: '`Issuer` is an address that begins with `https://`.',
    long: 'That is longer than six thousand characters, or no proper text. It is not read here.',
  },
  refusals: {
    longTerm:
      'No token: a key that lasts opens no console in this way. Its id begins with `AKIA`, and it has no session token.',
    noSession: 'No token: credentials of `GetSessionToken` open no console.',
    durationTwice:
      'No token: with credentials of `GetFederationToken` the duration was said in that call. Leave `SessionDuration` out.',
    garbled: 'No token: the endpoint does not read what was meant. Below stands what arrives.',
  },
  counted: {
    asked: (seconds: number): string =>
      `A token. The console stays open for \`${String(seconds)}\` seconds, ${hours(seconds)}.`,
    chained: (seconds: number): string =>
      `A token. The console stays open for ${hours(seconds)} at most, whatever is asked for: a session from a session lasts an hour.`,
  },
  lasts: {
    credentials:
      'A token. The console stays open as long as the credentials last, an hour if nobody said more.',
    call: 'A token. The console stays open as long as the call of `GetFederationToken` said.',
  },
  lost: 'But people arrive elsewhere: the address for the browser is not read as it was meant.',
};

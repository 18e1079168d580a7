import { describe, expect, it } from 'vitest';
import { decode, EXAMPLES, LONGEST, setOf, type Kind, type SetOf } from './decoder.ts';

const kindsOf = (text: string): readonly (Kind | undefined)[] => decode(text).map(({ kind }) => kind);

describe('the kind of an id', () => {
  it.each<readonly [string, Kind]>([
    ['AKIATERNEXAMPLEMEI22', 'AKIA'],
    ['ASIATERNEXAMPLERUN77', 'ASIA'],
    ['AIDATERNEXAMPLEMEI22A', 'AIDA'],
    ['AROATERNEXAMPLENIGHT2', 'AROA'],
    ['AROATERNEXAMPLENIGHT2:night-run', 'roleSession'],
    ['111122223333', 'account'],
    ['111122223333:reporting', 'federated'],
    ['arn:aws:iam::111122223333:user/dev/mei.tan', 'arn'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXJuIn0.c2ln', 'jwt'],
  ])('%s', (text, kind) => {
    expect(decode(text)).toEqual([{ text, kind }]);
  });
  it('is found in a file and in an answer, and the words around it are not', () => {
    expect(kindsOf(EXAMPLES.file)).toEqual(['AKIA', 'secret']);
    expect(kindsOf(EXAMPLES.session)).toEqual(['ASIA', 'secret', 'token']);
    expect(kindsOf('Oskar wrote aws_access_key_id into his credentials')).toEqual([]);
  });
});

describe('what was copied badly', () => {
  it('is said for each: too short, small letters, a digit that no id has, an unknown beginning', () => {
    expect(decode(EXAMPLES.miscopied).map(({ fault }) => fault)).toEqual([
      { code: 'length', found: 19, wanted: 20 },
      { code: 'length', found: 39, wanted: 40 },
      { code: 'case' },
      { code: 'letters', text: '0' },
      { code: 'prefix', text: 'AXYZ' },
    ]);
  });
  it('is said of small letters at the beginning too, and not of a long word', () => {
    expect(decode('AkiaTERNEXAMPLEMEI22 Asiaticlinguistics')).toEqual([
      { text: 'AkiaTERNEXAMPLEMEI22', kind: 'AKIA', fault: { code: 'case' } },
    ]);
  });
  it('of a huge text the beginning is read', () => {
    expect(decode(`${'x '.repeat(LONGEST)}${EXAMPLES.file}`)).toEqual([]);
  });
});

describe('a set', () => {
  const { file, session, twoOfThree, names, miscopied } = EXAMPLES;
  it.each<readonly [string, SetOf]>([
    [file, 'longTerm'],
    [session, 'temporary'],
    [twoOfThree, 'noToken'],
    [names, 'names'],
    [miscopied, 'nothing'],
    ['AKIATERNEXAMPLEMEI22', 'noSecret'],
    [session.replace('ASIATERNEXAMPLERUN77', ''), 'noId'],
    [session.replace('ASIATERNEXAMPLERUN77', 'AKIATERNEXAMPLEMEI22'), 'tokenTooMuch'],
  ])('%j is %s', (text, set) => {
    expect(setOf(decode(text))).toBe(set);
  });
});

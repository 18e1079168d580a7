import { describe, expect, it } from 'vitest';
import { codeAt, makeSteps, parseSteps, secretFault, tryCodes, type Tried } from './authenticator.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const after = (text: string): readonly Tried[] => tryCodes(SECRET, parseSteps(text));
const faults = (text: string): readonly (string | undefined)[] => after(text).map(({ fault }) => fault?.code);

describe('a code', () => {
  it('lasts for thirty seconds of the clock and follows from the secret', () => {
    expect(codeAt(SECRET, 0)).toBe(codeAt(SECRET, 29));
    expect(codeAt(SECRET, 0)).not.toBe(codeAt(SECRET, 30));
    expect(codeAt('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', 0)).toBe(codeAt(SECRET, 0));
  });
  it('is good once', () => {
    expect(faults('give@10+0,again@12+0')).toEqual([undefined, 'AccessDenied']);
  });
  it('is good from a phone that is one step away, and not from one that is ten minutes ahead', () => {
    expect(faults('give@10+30,give@100-30,give@200+600')).toEqual([undefined, undefined, 'AccessDenied']);
  });
});

describe('setting a device right', () => {
  it('makes the account remember how far the phone is ahead', () => {
    expect(faults('give@10+600,resync@60+600,give@120+600')).toEqual(['AccessDenied', undefined, undefined]);
    expect(after('resync@60+600')[0]?.codes).toEqual([codeAt(SECRET, 630), codeAt(SECRET, 660)]);
  });
  it('is of no use for a phone that is two hours away', () => {
    expect(faults('resync@60+7200')).toEqual(['InvalidAuthenticationCode']);
  });
  it('does not take a step back: what lies before the last code counts as given', () => {
    expect(faults('resync@60+600,give@120+0,resync@180+0,give@240+0')).toEqual([
      undefined,
      'AccessDenied',
      'InvalidAuthenticationCode',
      'AccessDenied',
    ]);
  });
});

describe('texts', () => {
  it('that cannot be secrets are told apart', () => {
    expect(secretFault(SECRET)).toBeUndefined();
    expect(secretFault('GEZDGNB1')).toBe('letters');
    expect(secretFault('GEZD')).toBe('short');
    expect(secretFault('A'.repeat(129))).toBe('long');
  });
  it('of steps come back as they were, without what cannot be read', () => {
    expect(makeSteps(parseSteps('give@10+0,dance@1+1,again@12-30,give@999999999+0'))).toBe(
      'give@10+0,again@12-30',
    );
  });
});

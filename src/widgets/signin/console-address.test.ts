import { describe, expect, it } from 'vitest';
import { openConsole, sessionOf, type Origin, type Wanted } from './console-address.ts';

const from = (origin: Origin, more: Partial<Wanted> = {}): Wanted => ({
  ...{ origin, session: sessionOf(origin), duration: '', encoding: 'once' },
  ...{ issuer: 'https://broker.tern.example/', destination: 'https://console.aws.amazon.com/s3/?a=1&b=2' },
  ...more,
});
const opened = (origin: Origin, more?: Partial<Wanted>): object => openConsole(from(origin, more));

describe('the address of the console', () => {
  it('says the same to whoever takes it apart', () => {
    const one = openConsole(from('assumed', { duration: '28800' }));
    expect(one).toMatchObject({ lasts: { code: 'asked', seconds: 28_800 } });
    const login = new URL('login' in one ? one.login.text : '');
    expect(login.searchParams.get('Destination')).toBe('https://console.aws.amazon.com/s3/?a=1&b=2');
    const session = new URL('request' in one ? one.request.text : '').searchParams.get('Session') ?? '';
    expect(JSON.parse(session)).toEqual(JSON.parse(sessionOf('assumed')));
  });
  it('lasts as the credentials do when nothing is asked for, and an hour at most in a chain', () => {
    expect(opened('assumed')).toMatchObject({ lasts: { code: 'credentials' } });
    expect(opened('chained', { duration: '28800' })).toMatchObject({
      lasts: { code: 'chained', seconds: 3600 },
    });
    expect(opened('federation')).toMatchObject({ lasts: { code: 'call' } });
  });
  it('is not given for credentials of another kind, nor for a duration that was said before', () => {
    expect(opened('key')).toMatchObject({ refusal: 'longTerm' });
    expect(opened('session')).toMatchObject({ refusal: 'noSession' });
    expect(opened('federation', { duration: '3600' })).toMatchObject({ refusal: 'durationTwice' });
  });
  it('is worth nothing when its values are not encoded, or twice', () => {
    expect(opened('assumed', { encoding: 'none' })).toMatchObject({ refusal: 'garbled' });
    expect(opened('assumed', { encoding: 'twice' })).toMatchObject({ refusal: 'garbled' });
  });
  it.each<readonly [Partial<Wanted>, object]>([
    [{ session: '{' }, { code: 'json' }],
    [{ session: '[]' }, { code: 'object' }],
    [{ session: '{"sessionId":"ASIA","sessionKey":"x"}' }, { code: 'missing', name: 'sessionToken' }],
    [{ session: '{"AccessKeyId":"ASIA"}' }, { code: 'unknown', name: 'AccessKeyId' }],
    [{ duration: '899' }, { code: 'duration' }],
    [{ duration: '43201' }, { code: 'duration' }],
    [{ duration: '8h' }, { code: 'duration' }],
    [{ destination: 'https://console.aws.amazon.com.example.net/' }, { code: 'destination' }],
    [{ issuer: 'broker' }, { code: 'issuer' }],
    [{ session: 'x'.repeat(7000) }, { code: 'long' }],
    [{ destination: 'https://aws.amazon.com/\ud800' }, { code: 'long' }],
  ])('is not made of what is malformed: %j', (more, fault) => {
    const one = openConsole(from('assumed', more));
    expect('faults' in one ? one.faults : []).toContainEqual(fault);
  });
});

import { describe, expect, it } from 'vitest';
import { parseLog, timelineOf, type Asked, type CallName } from './timeline.ts';

const HOUR = 3600;
const asked = (id: string, at: number, from: string, call: CallName, seconds = HOUR): Asked => ({
  ...{ id, at, from, call, seconds },
});
const line = (log: readonly Asked[], now: number, id: string) =>
  timelineOf(log, now).lines.find((one) => one.id === id);

describe('credentials on a timeline', () => {
  it('are good until the minute they end, and not in it', () => {
    const log = [asked('1', 10, 'mei', 'quay', 900)];
    expect(line(log, 9, '1')).toBeUndefined();
    expect(line(log, 24, '1')).toMatchObject({ issued: 10, expires: 25, valid: true, reads: 'allowed' });
    expect(line(log, 25, '1')).toMatchObject({ valid: false });
  });
  it('of a role last as long as the role allows', () => {
    expect(line([asked('1', 0, 'mei', 'quay', 12 * HOUR)], 700, '1')).toMatchObject({ valid: true });
    const [refusal] = timelineOf([asked('1', 0, 'mei', 'reports', 12 * HOUR)], 1).refused;
    expect(refusal?.message).toContain('MaxSessionDuration');
  });
  it('of a role taken by a role last an hour', () => {
    const quay = asked('1', 0, 'mei', 'quay', 12 * HOUR);
    const [refusal] = timelineOf([quay, asked('2', 30, '1', 'reports', 4 * HOUR)], 31).refused;
    expect(refusal?.message).toContain('1 hour session limit');
    expect(line([quay, asked('2', 30, '1', 'reports')], 31, '2')).toMatchObject({ expires: 90 });
  });
  it('outlive those that they were made with', () => {
    const log = [asked('1', 0, 'mei', 'quay', 900), asked('2', 10, '1', 'reports')];
    expect(line(log, 40, '1')?.valid).toBe(false);
    expect(line(log, 40, '2')).toMatchObject({ valid: true, reads: 'allowed' });
  });
  it('that have ended sign nothing more', () => {
    const log = [asked('1', 0, 'mei', 'quay', 900), asked('2', 16, '1', 'reports')];
    expect(timelineOf(log, 20).refused[0]?.message).toContain('expired');
  });
  it('of root last an hour, whatever root asks for', () => {
    expect(line([asked('1', 0, 'root', 'token', 36 * HOUR)], 1, '1')).toMatchObject({ expires: 60 });
    expect(timelineOf([asked('1', 0, 'root', 'quay')], 1).refused[0]?.message).toContain('root');
  });
  it('[explicit-deny-wins] that are revoked stay good, and may do nothing any more', () => {
    const log = [asked('1', 0, 'mei', 'quay', 12 * HOUR), asked('2', 60, 'mei', 'revoke')];
    expect(line(log, 61, '1')).toMatchObject({ valid: true, reads: 'explicitDeny' });
    const again = [...log, asked('3', 62, 'mei', 'quay')];
    expect(line(again, 63, '3')).toMatchObject({ valid: true, reads: 'allowed' });
  });
});

describe('what was kept', () => {
  it.each([
    '',
    'null',
    '{}',
    '[7]',
    '[{"id":"1"}]',
    '[{"id":"x","at":0,"from":"mei","call":"quay","seconds":900}]',
  ])('is left out where it cannot be read: %s', (text) => {
    expect(parseLog(text)).toEqual([]);
  });
});

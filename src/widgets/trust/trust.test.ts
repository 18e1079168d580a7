import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import { faultsIn, judgeTaking, roleIn, trustText, type Demand, type InHand, type NamedBy } from './trust.ts';
import { edited } from '#widgets/lab/judge.ts';

const take = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}';
const cloud = openCloud({
  time: 0,
  seed: 1,
  accounts: {
    '111122223333': {
      region: 'eu-west-1',
      users: { oskar: {} },
      roles: { Audit: { path: '/outside/', trust: '{}' } },
    },
    '777788889999': { region: 'eu-west-1', users: { jun: { policies: { take } } } },
  },
});
const EMPTY: InHand = { externalId: '', mfa: false, tag: '', sourceIdentity: '' };
const { arn, document } = roleIn(cloud, 'Audit');

const decides = (who: string, text: string, inHand: Partial<InHand> = {}) =>
  judgeTaking(edited(cloud, { [document]: text }), who, arn, { ...EMPTY, ...inHand }).verdict?.decision;
const trusting = (who: string, named: NamedBy, demand: Demand = 'nothing') =>
  trustText(cloud, who, named, demand);

describe('a prepared trust policy', () => {
  it('lets in whom it names, and nobody else', () => {
    expect(decides('user/oskar', trusting('user/oskar', 'caller'))).toBe('allowed');
    expect(decides('777788889999/user/jun', trusting('user/oskar', 'caller'))).toBe('implicitDeny');
    expect(decides('service/ec2.amazonaws.com', trusting('service/ec2.amazonaws.com', 'account'))).toBe(
      'allowed',
    );
  });
  it('[naming-the-account-delegates] leaves the choice to the account', () => {
    expect(decides('user/oskar', trusting('user/oskar', 'account'))).toBe('implicitDeny');
    expect(decides('777788889999/user/jun', trusting('777788889999/user/jun', 'account'))).toBe('allowed');
  });
  it('[missing-key-fails] that demands something turns away whoever does not bring it', () => {
    const audited = trusting('777788889999/user/jun', 'caller', 'externalId');
    expect(decides('777788889999/user/jun', audited)).toBe('implicitDeny');
    expect(decides('777788889999/user/jun', audited, { externalId: 'lumen-90aa27' })).toBe('implicitDeny');
    expect(decides('777788889999/user/jun', audited, { externalId: 'lumen-4c81d2' })).toBe('allowed');
    const proved = trusting('user/oskar', 'caller', 'mfa');
    expect(decides('user/oskar', proved)).toBe('implicitDeny');
    expect(decides('user/oskar', proved, { mfa: true })).toBe('allowed');
  });
});

describe('what a caller sends along', () => {
  it('[every-pair-must-pass] asks for a permission of its own when it is a tag or a source identity', () => {
    const text = trusting('user/oskar', 'caller');
    expect(decides('user/oskar', text, { tag: 'desk=quay' })).toBe('implicitDeny');
    expect(decides('user/oskar', text, { sourceIdentity: 'oskar' })).toBe('implicitDeny');
    const wide = text.replace(
      '"sts:AssumeRole"',
      '["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]',
    );
    expect(decides('user/oskar', wide, { tag: 'desk=quay', sourceIdentity: 'oskar' })).toBe('allowed');
  });
  it.each<readonly [Partial<InHand>, readonly string[]]>([
    [{}, []],
    [{ externalId: 'lumen-4c81d2', tag: 'desk=', sourceIdentity: 'oskar' }, []],
    [{ externalId: 'x' }, ['externalId']],
    [{ externalId: 'with space' }, ['externalId']],
    [{ tag: 'desk' }, ['tag']],
    [{ tag: '=quay' }, ['tag']],
    [{ sourceIdentity: 'o'.repeat(65) }, ['sourceIdentity']],
  ])('is refused where its form is wrong: %j', (inHand, faults) => {
    expect(faultsIn({ ...EMPTY, ...inHand })).toEqual(faults);
  });
});

// A scenario that names policies of AWS gets those, and a lab carries no others.
import { describe, expect, it } from 'vitest';
import { openCloud, signIn, ask } from '#cloud';
import { withAwsPolicies } from './aws-policies.ts';

const READ = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
const scenario = (attached: readonly string[]) => ({
  world: {
    time: 0,
    seed: 1,
    accounts: {
      '111122223333': { region: 'eu-west-1', users: { mei: { attached } }, buckets: { tern: {} } },
    },
  },
});

describe('policies of AWS in a scenario', () => {
  it('[identity-policies-add-up] those that are named are in its world and count', () => {
    const { world } = withAwsPolicies(scenario([READ]));
    const cloud = openCloud(world);
    expect(Object.keys(cloud.awsPolicies ?? {})).toEqual([READ]);
    const mei = signIn(cloud, 'user/mei');
    const call = { action: 's3:GetObject', on: 'arn:aws:s3:::tern/a' };
    expect('session' in mei && ask(cloud, mei.session, call)?.decision).toBe('allowed');
  });

  it('[worlds-are-values] without a name nothing comes along, and a wrong name stays missing', () => {
    const plain = scenario([]);
    expect(withAwsPolicies(plain)).toBe(plain);
    const wrong = scenario([`${READ}2`]);
    expect(withAwsPolicies(wrong)).toBe(wrong);
  });
});

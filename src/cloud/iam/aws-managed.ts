// Policies that AWS keeps, by ARN.
import type { AwsPolicy, Named } from '../cloud.ts';

const EVERYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

export const AWS_POLICIES: Named<AwsPolicy> = {
  'arn:aws:iam::aws:policy/AdministratorAccess': {
    text: EVERYTHING,
    id: 'ANPAIWMBCKSKIEE64ZLYK',
    version: 'v1',
    created: Date.parse('2015-02-06T18:39:46Z'),
    updated: Date.parse('2015-02-06T18:39:46Z'),
    description: 'Provides full access to AWS services and resources.',
  },
};

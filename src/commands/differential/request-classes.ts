// The classes that a caller, a call or a document makes.
import { isInvalid, readDocument } from '#evaluator';
import type { Line } from '../peer/simulation.ts';
import type { Class } from './class.ts';
import { documentsIn, statementsIn, textsOf } from './parts.ts';

const asks = (line: Line, action: string): boolean => line.request.action.toLowerCase() === action;

export const REQUEST_CLASSES: readonly Class[] = [
  {
    name: 'root-of-the-account',
    source: 'ug-root',
    says: 'the root user needs no identity policy for what its account owns',
    covers: (line) => line.principal.type === 'root' && !/bucketpolicy$/i.test(line.request.action),
  },
  {
    name: 'root-mends-its-bucket',
    source: 's3-bucket-policies',
    says: 'the root user of a bucket’s account keeps access to the bucket’s policy whatever that policy denies',
    covers: (line) => line.principal.type === 'root' && /bucketpolicy$/i.test(line.request.action),
  },
  {
    name: 'session-token',
    source: 'api-sts',
    says: 'GetSessionToken needs no permission',
    covers: (line) => asks(line, 'sts:getsessiontoken'),
  },
  {
    name: 'role-without-trust',
    source: 'ug-denyallow',
    says: 'a role is assumed only where its own trust policy allows it, in the same account too',
    covers: (line) => asks(line, 'sts:assumerole') && line.resourcePolicy === undefined,
  },
  {
    name: 'identity-provider',
    source: 'ug-principal',
    says: 'a trust policy names those whom an identity provider sends by the provider',
    covers: ({ principal }) => principal.type === 'federatedProvider',
  },
  {
    name: 'federated-user-without-policy',
    source: 'ug-federation-token',
    says: 'a federated user without a session policy has only what a resource policy gives it by name',
    covers: ({ principal, sessionPolicies = [] }) =>
      principal.type === 'federatedUser' && sessionPolicies.length === 0,
  },
  {
    name: 'named-issuer',
    source: 'ug-denyallow',
    says: 'a resource policy that names a user speaks to the federated users that it asked for',
    covers: ({ principal, resourcePolicy }) =>
      principal.issuerArn !== undefined &&
      JSON.stringify(resourcePolicy ?? '').includes(`"${principal.issuerArn}"`),
  },
  {
    name: 'named-session-with-policy',
    source: 'ug-denyallow',
    says: 'what a resource policy gives to a session by its own ARN, or to everybody, is not limited by session policies',
    covers: ({ principal, sessionPolicies = [], resourcePolicy }) => {
      const named = JSON.stringify(resourcePolicy ?? '');
      const isDirect = named.includes('"Principal":"*"') || named.includes(`"${principal.arn ?? ''}"`);
      return sessionPolicies.length > 0 && isDirect;
    },
  },
  {
    name: 'not-principal',
    source: 'ug-notprincipal',
    says: 'NotPrincipal spares whom it lists by every name, and nobody who has a boundary',
    covers: (line) => statementsIn(line).some(({ fields }) => 'NotPrincipal' in fields),
  },
  {
    name: 'asterisk-over-colons',
    source: 'ug-resource',
    says: 'an asterisk that ends the second to fifth part of an ARN may run over colons',
    covers: (line) =>
      statementsIn(line).some(({ fields }) =>
        textsOf(fields['Resource']).some((value) => value.includes('*:') && value.split(':').length < 6),
      ),
  },
  {
    name: 'unreadable-document',
    source: 'ug-grammar',
    says: 'a document that breaks the grammar allows nothing, and the request is still decided',
    covers: (line) =>
      documentsIn(line).some(({ kind, document }) => isInvalid(readDocument(JSON.stringify(document), kind))),
  },
];

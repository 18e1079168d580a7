// The shape of a world: accounts and organizations as a scenario writes them. It knows nothing of what is asked in it.
import * as z from 'zod';

export const name = z.string().min(1);
export const named = <T extends z.ZodType>(value: T) => z.record(name, value);
/** A policy as somebody wrote it, without the line end that YAML adds. */
export const documentText = z.string().transform((text) => text.trimEnd());
const accountId = z.string().regex(/^\d{12}$/, 'must have twelve digits');
const idLike = (pattern: RegExp, example: string) =>
  z.string().regex(pattern, `must look like \`${example}\``);

const sessionOf = <T extends z.ZodRawShape>(whose: T) =>
  z.strictObject({
    ...whose,
    policy: documentText.optional(),
    attached: z.array(name).optional(),
    vpc: name.optional(),
  });

const accountSpec = z.strictObject({
  name: name.optional(),
  region: name,
  users: named(
    z.strictObject({
      path: name.optional(),
      groups: z.array(name).optional(),
      policies: named(documentText).optional(),
      attached: z.array(name).optional(),
      boundary: name.optional(),
      tags: named(z.string()).optional(),
    }),
  ).optional(),
  groups: named(
    z.strictObject({
      path: name.optional(),
      policies: named(documentText).optional(),
      attached: z.array(name).optional(),
    }),
  ).optional(),
  roles: named(
    z.strictObject({
      path: name.optional(),
      trust: documentText,
      policies: named(documentText).optional(),
      attached: z.array(name).optional(),
      boundary: name.optional(),
      tags: named(z.string()).optional(),
    }),
  ).optional(),
  policies: named(documentText).optional(),
  instanceProfiles: named(z.strictObject({ role: name.optional(), path: name.optional() })).optional(),
  tables: named(z.strictObject({})).optional(),
  buckets: named(
    z.strictObject({ policy: documentText.optional(), objects: z.array(name).optional() }),
  ).optional(),
  instances: named(z.strictObject({ profile: name.optional() })).optional(),
  sessions: named(
    z.union(
      [sessionOf({ role: name }), sessionOf({ user: name })],
      'needs either `role` or `user`, and may have `policy`, `attached` and `vpc`',
    ),
  ).optional(),
  keys: named(
    z.strictObject({
      id: idLike(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '1f0c5d3a-7b2e-4c61-9a58-3d6e0b94c7f2'),
      policy: documentText,
    }),
  ).optional(),
  endpoints: named(
    z.strictObject({
      id: idLike(/^vpce-[0-9a-f]{8,17}$/, 'vpce-0a1b2c3d4e5f60718'),
      vpc: idLike(/^vpc-[0-9a-f]{8,17}$/, 'vpc-0a1b2c3d4e5f60718'),
      service: idLike(/^[a-z0-9-]+$/, 's3'),
      policy: documentText.optional(),
    }),
  ).optional(),
});

const attachedSpec = z.strictObject({ scp: z.array(name).optional(), rcp: z.array(name).optional() });

const organizationSpec = z.strictObject({
  management: accountId,
  root: attachedSpec.extend({ id: idLike(/^r-[0-9a-z]{4,32}$/, 'r-tern') }),
  units: named(
    attachedSpec.extend({
      id: idLike(/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/, 'ou-tern-0a1b2c3d'),
      under: name.optional(),
    }),
  ).optional(),
  members: z.record(accountId, attachedSpec.extend({ unit: name.optional() })).optional(),
  scp: named(documentText).optional(),
  rcp: named(documentText).optional(),
});

export const world = z.strictObject({
  time: z.iso.datetime().transform((text) => Date.parse(text)),
  seed: z.int(),
  accounts: z.record(accountId, accountSpec),
  organizations: z.record(idLike(/^o-[0-9a-z]{10,32}$/, 'o-ternferries'), organizationSpec).optional(),
  idps: named(
    z.strictObject({
      kind: z.enum(['oidc', 'saml']),
      issuer: idLike(/^https:\/\/\S+$/, 'https://idp.example.com'),
      thumbprint: idLike(/^[0-9a-f]{40}$/, 'a031c46782e6e6c662c2c87c76da9aa62ccabd8e').optional(),
      users: named(z.strictObject({ groups: z.array(name), claims: named(z.string()) })),
    }),
  ).optional(),
});

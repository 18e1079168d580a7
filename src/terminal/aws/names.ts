// How the command line writes the names of AWS's operations and members. It knows letters, not what they stand for.

/**
 * An operation's or a member's name as an option or a command: `CreateSAMLProvider` → `create-saml-provider`,
 * `PolicyARNs` → `policy-arns`. Source: cli-source.
 */
export function kebab(name: string): string {
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const apart = plural === undefined ? name : `${name.slice(0, -plural.length)}-${plural.toLowerCase()}`;
  return apart
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

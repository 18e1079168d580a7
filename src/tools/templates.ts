// The templates of the site.

/** One page of each. */
export const TEMPLATES = [
  '/',
  '/learn/',
  '/learn/map/',
  '/learn/decisions/how-a-decision-is-made/',
  '/learn/paths/first-hour/',
  '/lab/',
  '/lab/a-deny-wins/',
  '/lab/hand-over-a-role/',
  '/tools/',
  '/tools/arn-anatomy/',
  '/sandbox/',
  '/sandbox/terminal/',
  '/exam/',
  '/exam/scs-c03/',
  '/exam/scs-c03/print/',
  '/reference/',
  '/reference/quotas/',
  '/reference/glossary/',
  '/reference/actions/s3/',
  '/settings/',
  '/workshop/',
  '/licences/',
] as const;

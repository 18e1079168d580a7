// What a lesson gives a widget: each property is what the widget's own file says that it may be.
import type { Referred } from './check-prose.ts';
import type { Tool } from './content.ts';

export function checkGiven(
  { takes }: Tool,
  given: ReadonlyMap<string, string>,
  { content, isThere }: Referred,
): readonly string[] {
  const scenario = content.scenarios.get(given.get('scenario') ?? '');
  const check = (key: string, may: Tool['takes'][string]): readonly string[] => {
    const value = given.get(key);
    if (value === undefined) {
      // A widget has a role of its own in its own situation alone.
      const isMissing = may === 'role' && scenario !== undefined;
      return isMissing ? [`\`${key}\` goes with \`scenario\`, and is missing`] : [];
    }
    if (Array.isArray(may))
      return may.includes(value) ? [] : [`\`${key}\` is one of ${may.join(', ')}, and not \`${value}\``];
    if (may === 'arn') return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:./.test(value) ? [] : [`\`${value}\` is no ARN`];
    if (may === 'role') {
      if (!given.has('scenario')) return [`\`${key}\` needs the \`scenario\` that has the role`];
      const accounts = scenario && Object.values(scenario.world.accounts);
      return !accounts || accounts.some(({ roles }) => roles && Object.hasOwn(roles, value))
        ? []
        : [`\`${scenario.id}\` has no role \`${value}\``];
    }
    const found = content.scenarios.get(value);
    if (found ? may === 'scenario' || found.lab : isThere('scenarios', value)) return [];
    return [`there is no scenario \`${value}\`${may === 'lab' ? ' with a lab' : ''}`];
  };
  return Object.entries(takes).flatMap(([key, may]) => check(key, may));
}

// Instance, profile, role and service in a row, and which of them are linked.
import type { ReactNode } from 'react';
import { instance as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { Setting } from './delivery.ts';

const LINKS = ['profileOnInstance', 'roleInProfile', 'trusts'] as const;
const BEHIND = { profileOnInstance: 'profile', roleInProfile: 'role', trusts: 'service' } as const;

export function Links({ setting }: { readonly setting: Setting }): ReactNode {
  const holds = { ...setting, trusts: setting.trusts === 'ec2' };
  return (
    <ul className="instance-links" aria-label={words.picture}>
      <li>
        <span className="instance-part">
          <Inline text={words.parts.instance} />
        </span>
      </li>
      {LINKS.map((link) => (
        <li key={link} className={holds[link] ? 'linked' : 'broken'}>
          <span className="instance-link">
            {words.links[link]} <b aria-hidden="true">{holds[link] ? '→' : '✕'}</b>
            <span className="visually-hidden">{holds[link] ? words.linked : words.broken}</span>
          </span>
          <span className="instance-part">
            <Inline text={words.parts[BEHIND[link]]} />
          </span>
        </li>
      ))}
    </ul>
  );
}

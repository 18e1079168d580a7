// Who is who in an account, and what a name is worth when somebody is deleted and made again.
import { useId, type ReactNode } from 'react';
import type { WorldSpec } from '#cloud';
import { principals as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { makeSteps, parseSteps, tell, type Act, type Kind, type Node, type Told } from './who-is-who.ts';

interface Props {
  readonly place: ToolPlace;
  readonly world: WorldSpec;
}

const KINDS: readonly Kind[] = ['root', 'user', 'group', 'role', 'session'];

export default guarded(PrincipalsTree);

function PrincipalsTree({ place, world }: Props): ReactNode {
  const state = useTool(place, { chosen: 'user/oskar', steps: '' });
  const { values, set } = state;
  const label = useId();
  const told = tell(world, parseSteps(values.steps));
  const shown = told.nodes.find(({ key }) => key === values.chosen) ?? told.nodes[0];
  const act = (what: Act, user: string): void => {
    const chosen = what === 'rename' ? `user/${user}.w` : `user/${user}`;
    set(({ steps }) => ({ chosen, steps: makeSteps([...parseSteps(steps), { act: what, user }]) }));
  };
  return (
    <Frame place={place} state={state}>
      <p id={label} className="principals-label">
        {words.label}
      </p>
      <ul className="principals" aria-labelledby={label}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className="principals-kind">{words.kinds[kind]}</span>
            <ul>
              {told.nodes
                .filter((node) => node.kind === kind)
                .map(({ key, name }) => (
                  <li key={key}>
                    <button
                      type="button"
                      className="button"
                      aria-pressed={key === shown?.key}
                      onClick={() => {
                        set({ chosen: key });
                      }}
                    >
                      {name}
                    </button>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {shown && <About node={shown} />}
      <div className="tool-acts" role="group" aria-label={words.actsLabel}>
        {actsOf(told, shown).map(([what, user]) => (
          <button
            key={`${what} ${user}`}
            type="button"
            className="button"
            onClick={() => {
              act(what, user);
            }}
          >
            {words.acts[what](user)}
          </button>
        ))}
      </div>
      <p className="principals-label">{words.policyOf(told.bucket)}</p>
      <pre className="scrolls principals-policy" tabIndex={0}>
        <code>{told.policy}</code>
      </pre>
      <p className="principals-label">{words.readsLabel}</p>
      <div role="status">
        <ul className="findings">
          {told.fault && (
            <li className="fault">
              <Inline text={words.refused(told.fault.code, told.fault.message)} />
            </li>
          )}
          {told.reads.map((read) => (
            <li key={read.user} className={read.decision === 'allowed' ? 'good' : undefined}>
              <Inline text={readText(read)} />
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  );
}

function About({ node: { kind, arn, id, others } }: { readonly node: Node }): ReactNode {
  const title = { user: words.groupsOf, group: words.membersOf, session: words.roleOf, role: '', root: '' }[
    kind
  ];
  return (
    <>
      <p className="principals-about">{words.about[kind]}</p>
      <dl className="facts-list">
        <dt>{words.arn}</dt>
        <dd>
          <code>{arn}</code>
        </dd>
        <dt>{words.id}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{words.principal}</dt>
        <dd>{kind === 'group' ? words.no : words.yes}</dd>
        {title !== '' && (
          <>
            <dt>{title}</dt>
            <dd>{others.join(', ') || words.none}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function actsOf({ gone }: Told, shown: Node | undefined): readonly (readonly [Act, string])[] {
  const again = gone.map((name): readonly [Act, string] => ['create', name]);
  if (shown?.kind !== 'user') return again;
  const { name, others } = shown;
  return [
    ...again,
    ...(name.endsWith('.w') ? [] : ([['rename', name]] as const)),
    ...(others.length > 0 ? ([['leave', name]] as const) : []),
    ['delete', name],
  ];
}

function readText({ user, decision, named }: Told['reads'][number]): string {
  const { reads } = words;
  if (decision === 'allowed') return named ? reads.named(user) : reads.own(user);
  return decision === 'explicitDeny' ? reads.denied(user) : reads.silent(user);
}

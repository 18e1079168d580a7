// Three policies that must agree before a machine has its role, each to be switched, and what comes of them.
import { useMemo, type ReactNode } from 'react';
import type { Cloud } from '#cloud';
import { passrole as words } from '#strings';
import { Paths, TONES, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { PASSERS, RIGHTS, TRIALS, TRUSTS, tryAll } from './agreement.ts';

interface Props {
  readonly place: ToolPlace;
  readonly cloud: Cloud;
}

export default guarded(PassrolePicture);

function PassrolePicture({ place, cloud }: Props): ReactNode {
  const state = useTool(place, { passer: 'nothing', trust: 'ec2', rights: 'orders' });
  const { values, set } = state;
  const passer = PASSERS.find((one) => one === values.passer) ?? 'nothing';
  const trust = TRUSTS.find((one) => one === values.trust) ?? 'ec2';
  const rights = RIGHTS.find((one) => one === values.rights) ?? 'orders';
  const tried = useMemo(() => tryAll(cloud, { passer, trust, rights }), [cloud, passer, trust, rights]);
  const isOpen = (trial: (typeof TRIALS)[number]): boolean => tried[trial].verdict?.decision === 'allowed';
  const works = isOpen('launch') && isOpen('write');
  const choice = (name: keyof typeof values, label: string, options: Readonly<Record<string, string>>) => (
    <p>
      <Choice
        label={label}
        value={values[name]}
        options={Object.entries(options)}
        onChoose={(chosen) => {
          set({ [name]: chosen });
        }}
      />
    </p>
  );
  return (
    <Frame place={place} state={state}>
      <div className="passrole-policies">
        {choice('passer', words.passer, words.passers)}
        {choice('trust', words.trust, words.trusts)}
        {choice('rights', words.rights, words.allRights)}
      </div>
      <ul className="passrole-trials" aria-live="polite">
        {TRIALS.map((trial) => {
          const { verdict, parts } = tried[trial];
          return (
            <li key={trial} className={verdict && TONES[verdict.decision]}>
              <p>
                <Inline text={words.trials[trial]} />
              </p>
              {verdict && <VerdictLine decision={verdict.decision} />}
              <details>
                <summary>{words.why}</summary>
                <Paths parts={parts} />
              </details>
            </li>
          );
        })}
      </ul>
      <p>{!works ? words.notAll : isOpen('launchAdmin') ? words.tooMuch : words.all}</p>
    </Frame>
  );
}

// An instance on its way to credentials: links that can be cut, the requests that it sends, and what it gets.
import { useMemo, type ReactNode } from 'react';
import { instance as words } from '#strings';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { deliver, HOURS, type Setting } from './delivery.ts';
import { Links } from './Links.tsx';
import { SettingFields } from './SettingFields.tsx';

export default guarded(InstanceProfile);

function InstanceProfile({ place }: { readonly place: ToolPlace }): ReactNode {
  const state = useTool(place, {
    trusts: 'ec2',
    roleInProfile: 'yes',
    profileOnInstance: 'yes',
    tokensRequired: 'yes',
    deniesOldDelivery: '',
    asks: 'token',
    hours: '0',
  });
  const { values, set } = state;
  const setting = useMemo(() => settingOf(values), [values]);
  const { steps, call, keys, copy } = useMemo(() => deliver(setting), [setting]);
  return (
    <Frame place={place} state={state}>
      <Links setting={setting} />
      <SettingFields setting={setting} onChange={set} />
      <div role="status">
        <ol className="instance-steps">
          {steps.map(({ id, sent, answer, good }) => (
            <li key={id} className={good ? 'good' : 'bad'}>
              <strong>{words.steps[id]}</strong> <small>{good ? words.good : words.bad}</small>
              <pre tabIndex={0}>
                <code>{`$ ${sent}\n${answer}`}</code>
              </pre>
            </li>
          ))}
          {call && (
            <li className={call.decision === 'allowed' ? 'good' : 'bad'}>
              <strong>{words.steps.call}</strong>
              <VerdictLine decision={call.decision} />
              <Paths parts={call.parts} />
            </li>
          )}
        </ol>
        <div className="instance-result">
          <h3>{words.what}</h3>
          <p>
            <Inline text={keys ? words.keys(keys.id, keys.version) : words.noKeys} />{' '}
            {keys && words.until(keys.expires)}
          </p>
          {copy && setting.hours > 0 && (
            <p>
              <Inline text={copy.isOver ? words.copyOver(copy.id) : words.copyGood(copy.id)} />
            </p>
          )}
        </div>
      </div>
    </Frame>
  );
}

type Values = Readonly<Record<Exclude<keyof Setting, 'asksWithToken'> | 'asks', string>>;

function settingOf(values: Values): Setting {
  return {
    trusts: values.trusts === 'lambda' ? 'lambda' : 'ec2',
    roleInProfile: values.roleInProfile !== '',
    profileOnInstance: values.profileOnInstance !== '',
    tokensRequired: values.tokensRequired !== '',
    deniesOldDelivery: values.deniesOldDelivery !== '',
    asksWithToken: values.asks !== 'bare',
    hours: HOURS.find((hours) => String(hours) === values.hours) ?? 0,
  };
}

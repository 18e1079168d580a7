// What is set up around the instance, and who asks in it.
import type { ReactNode } from 'react';
import { instance as words } from '#strings';
import { Choice } from '#widgets/tools/Choice.tsx';
import { HOURS, type Setting } from './delivery.ts';

interface Props {
  readonly setting: Setting;
  readonly onChange: (change: Readonly<Record<string, string>>) => void;
}

const BOXES = ['profileOnInstance', 'roleInProfile', 'tokensRequired', 'deniesOldDelivery'] as const;

export function SettingFields({ setting, onChange }: Props): ReactNode {
  const choice = (name: string, label: string, value: string, options: Readonly<Record<string, string>>) => (
    <p>
      <Choice
        label={label}
        value={value}
        options={Object.entries(options)}
        onChoose={(chosen) => {
          onChange({ [name]: chosen });
        }}
      />
    </p>
  );
  return (
    <div className="instance-settings">
      <fieldset>
        <legend>{words.settings}</legend>
        {BOXES.map((box) => (
          <label key={box} className="instance-box">
            <input
              type="checkbox"
              checked={setting[box]}
              onChange={(event) => {
                onChange({ [box]: event.target.checked ? 'yes' : '' });
              }}
            />
            {words[box]}
          </label>
        ))}
        {choice('trusts', words.trusts, setting.trusts, words.services)}
      </fieldset>
      <fieldset>
        <legend>{words.program}</legend>
        {choice('asks', words.asks, setting.asksWithToken ? 'token' : 'bare', words.asking)}
        {choice(
          'hours',
          words.hours,
          String(setting.hours),
          Object.fromEntries(HOURS.map((hours) => [String(hours), words.after(hours)])),
        )}
      </fieldset>
    </div>
  );
}

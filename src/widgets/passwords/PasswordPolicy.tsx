// A password and the policy that it is held against.
import { useId, type ReactNode } from 'react';
import { passwordPolicy as words } from '#strings';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { check, commandOf, KINDS, replacedByLength, type Kind, type Wanted } from './check.ts';

interface Props {
  readonly place: ToolPlace;
}

const FIRST = {
  whose: 'none',
  length: '14',
  reuse: '5',
  Uppercase: 'yes',
  Lowercase: 'yes',
  Numbers: 'yes',
  Symbols: '',
  password: 'low-tide-4',
  before: 'Low-tide-at-3-pm',
};
type Field = keyof typeof FIRST;

export default guarded(PasswordPolicy);

function PasswordPolicy({ place }: Props): ReactNode {
  const state = useTool<Field>(place, FIRST);
  const { values, set } = state;
  const said = useId();
  const isOwn = values.whose === 'own';
  const policy: Wanted = {
    length: values.length,
    reuse: values.reuse,
    kinds: KINDS.filter((kind) => values[kind] === 'yes'),
  };
  const { problems, refused } = check(isOwn ? policy : undefined, values.password, values.before);
  const field = (name: 'length' | 'reuse' | 'password' | 'before', label: string): ReactNode => (
    <label className="password-field">
      {label}
      <input
        className={name === 'password' || name === 'before' ? 'code-field' : undefined}
        value={values[name]}
        inputMode={name === 'length' || name === 'reuse' ? 'numeric' : undefined}
        placeholder={name === 'reuse' ? words.reuseHint : undefined}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={said}
        onChange={(event) => {
          set({ [name]: event.target.value });
        }}
      />
    </label>
  );
  return (
    <Frame place={place} state={state}>
      <label className="password-field">
        {words.whose}
        <select
          value={isOwn ? 'own' : 'none'}
          onChange={(event) => {
            set({ whose: event.target.value });
          }}
        >
          <option value="none">{words.whoses.none}</option>
          <option value="own">{words.whoses.own}</option>
        </select>
      </label>
      {isOwn && (
        <>
          <div className="password-fields">
            {field('length', words.length)}
            {field('reuse', words.reuse)}
          </div>
          <fieldset className="password-kinds">
            <legend>{words.kindsLabel}</legend>
            {KINDS.map((kind: Kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={values[kind] === 'yes'}
                  onChange={(event) => {
                    set({ [kind]: event.target.checked ? 'yes' : '' });
                  }}
                />{' '}
                {words.kinds[kind]}
              </label>
            ))}
          </fieldset>
          <p className="password-label">{words.commandLabel}</p>
          <pre className="scrolls password-command" tabIndex={0}>
            <code>{commandOf(policy)}</code>
          </pre>
          <div className="tool-acts">
            <button
              type="button"
              className="button"
              disabled={problems.includes('length') || problems.includes('reuse')}
              onClick={() => {
                const { length, reuse, kinds } = replacedByLength(policy);
                const ticks = Object.fromEntries(
                  KINDS.map((kind) => [kind, kinds.includes(kind) ? 'yes' : '']),
                );
                set({ length, reuse, ...ticks });
              }}
            >
              {words.again}
            </button>
          </div>
        </>
      )}
      <div className="password-fields">
        {field('password', words.password)}
        {field('before', words.before)}
      </div>
      <div id={said} role="status">
        <ul className="findings">
          {problems.map((problem) => (
            <li key={problem} className="fault">
              {words.problems[problem]}
            </li>
          ))}
          {refused.map((why) => (
            <li key={why} className="fault">
              {words.refused(why.replace(/\.$/, ''))}
            </li>
          ))}
          {problems.length === 0 && refused.length === 0 && (
            <li className="good">{isOwn ? words.taken : words.takenByDefault}</li>
          )}
          <li>{words.notChecked}</li>
        </ul>
      </div>
    </Frame>
  );
}

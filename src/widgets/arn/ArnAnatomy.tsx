// An ARN whose parts can be touched and changed, one by one or as a whole.
import { Fragment, useId, type ReactNode } from 'react';
import { arn as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { anatomyOf, PARTS, type ArnFault, type Part } from './anatomy.ts';

interface Props {
  readonly place: ToolPlace;
  readonly arn?: string | undefined;
}

/** What a resource may be made of, in the order of an ARN. */
const MADE = ['bucket', 'kind', 'path', 'name'] as const;
const EXAMPLE = 'arn:aws:iam::111122223333:user/dev/mei.tan';

export default guarded(ArnAnatomy);

function ArnAnatomy({ place, arn = EXAMPLE }: Props): ReactNode {
  const state = useTool(place, { arn, part: 'resource' });
  const { values, set } = state;
  const field = useId();
  const said = useId();
  const found = anatomyOf(values.arn);
  const shown = PARTS.find((part) => part === values.part) ?? 'resource';
  const faults = 'fault' in found ? [found.fault] : found.faults;
  return (
    <Frame place={place} state={state}>
      <label htmlFor={field}>{words.label}</label>
      <input
        id={field}
        className="code-field"
        value={values.arn}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={said}
        aria-invalid={faults.length > 0}
        onChange={(event) => {
          set({ arn: event.target.value });
        }}
      />
      {'parts' in found && (
        <>
          <div className="arn-parts" role="group" aria-label={words.partsLabel}>
            {PARTS.map((part) => (
              <button
                key={part}
                type="button"
                className={isWrong(faults, part) ? 'arn-part wrong' : 'arn-part'}
                aria-pressed={part === shown}
                onClick={() => {
                  set({ part });
                }}
              >
                <span className="arn-part-name">{words.parts[part]}</span>
                <code>{found.parts[part] === '' ? <i>{words.empty}</i> : found.parts[part]}</code>
              </button>
            ))}
          </div>
          <p className="arn-about">
            <Inline text={words.about[shown]} />
          </p>
          {shown === 'resource' && Object.keys(found.resource).length > 1 && (
            <dl className="facts-list">
              {MADE.map(
                (part) =>
                  found.resource[part] !== undefined && (
                    <Fragment key={part}>
                      <dt>{words.made[part]}</dt>
                      <dd>
                        <code>{found.resource[part]}</code>
                      </dd>
                    </Fragment>
                  ),
              )}
            </dl>
          )}
        </>
      )}
      <div id={said} role="status">
        <ul className="findings">
          {faults.length === 0 && <li className="good">{words.good}</li>}
          {faults.map((fault) => (
            <li key={`${fault.code} ${'part' in fault ? fault.part : ''}`} className="fault">
              <Inline text={faultText(fault)} />
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  );
}

const isWrong = (faults: readonly ArnFault[], part: Part): boolean =>
  faults.some((fault) => 'part' in fault && fault.part === part);

function faultText(fault: ArnFault): string {
  if (fault.code === 'fewParts') return words.faults.fewParts(fault.count);
  const said = words.faults[fault.code];
  return typeof said === 'string' ? said : said('text' in fault ? fault.text : '');
}

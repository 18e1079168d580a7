// Operators against requests: each cell is decided by the evaluator and opens to its derivation.
import { useId, type ReactNode } from 'react';
import { RULES } from '#evaluator';
import { conditions as words, lab } from '#strings';
import { VerdictLine } from '#widgets/lab/Path.tsx';
import { Tree } from '#widgets/lab/Steps.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { cellOf, valuesIn, type Cell, type Effect } from './cell.ts';
import { FAMILIES, isFamily, rowsOf, type Column, type FamilyName, type Row } from './families.ts';

interface Props {
  readonly place: ToolPlace;
  readonly family?: string | undefined;
  readonly effect?: string | undefined;
}

const NAMES = Object.keys(FAMILIES).filter(isFamily);
const EFFECTS: readonly Effect[] = ['Allow', 'Deny'];
/** Longer texts are no value of any key. */
const LONGEST = 200;

const wantsOf = (family: FamilyName): string => FAMILIES[family].wants.join(', ');

export default guarded(ConditionTable);

function ConditionTable({ place, family = 'text', effect = 'Allow' }: Props): ReactNode {
  const first = isFamily(family) ? family : 'text';
  const state = useTool(place, { family: first, wants: wantsOf(first), own: '', effect, cell: '' });
  const { values, set } = state;
  const field = useId();
  const name = isFamily(values.family) ? values.family : first;
  const chosen = FAMILIES[name];
  const does: Effect = values.effect === 'Deny' ? 'Deny' : 'Allow';
  const own = valuesIn(values.own);
  const columns: readonly Column[] = [...chosen.columns, own.length > 0 ? { sends: own } : {}];
  const isOwn = (i: number): boolean => i === columns.length - 1;
  const cellAt = ({ operator, fixed }: Row, column: Column): Cell => {
    const wants = fixed === undefined ? (column.wants ?? valuesIn(values.wants)) : [fixed];
    return cellOf({ operator, key: chosen.key, effect: does, ...column, wants });
  };
  const rows = rowsOf(chosen);
  const [i = -1, j = -1] = values.cell.split('.').map(Number);
  const [row, column] = [rows[i], columns[j]];
  return (
    <Frame place={place} state={state}>
      <div className="condition-choices">
        <Choice
          label={words.family}
          value={name}
          options={NAMES.map((one) => [one, `${words.families[one]} · ${FAMILIES[one].key}`])}
          onChoose={(family) => {
            set({ family, wants: wantsOf(family), cell: '' });
          }}
        />
        <Choice
          label={words.effect}
          value={does}
          options={EFFECTS.map((one) => [one, words.effects[one]])}
          onChoose={(effect) => {
            set({ effect });
          }}
        />
        <label htmlFor={`${field}-wants`}>{words.wants}</label>
        <input
          id={`${field}-wants`}
          className="code-field"
          value={values.wants}
          maxLength={LONGEST}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => {
            set({ wants: target.value });
          }}
        />
        <label htmlFor={`${field}-own`}>{words.own}</label>
        <input
          id={`${field}-own`}
          className="code-field"
          value={values.own}
          maxLength={LONGEST}
          spellCheck={false}
          autoComplete="off"
          placeholder={words.ownBlank}
          onChange={({ target }) => {
            set({ own: target.value });
          }}
        />
      </div>
      <div className="scrolls" tabIndex={0} role="region" aria-label={words.table(chosen.key)}>
        <table className="condition-table">
          <thead>
            <tr>
              <th scope="col">{words.operator}</th>
              {columns.map((one, at) => (
                <th key={at} scope="col">
                  <Inline text={headOf(one, isOwn(at))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, down) => (
              <tr key={`${one.operator} ${one.fixed ?? ''}`}>
                <th scope="row">
                  <code>
                    <Operator name={one.operator} />
                  </code>
                  {one.fixed !== undefined && <small>{words.lists(one.fixed)}</small>}
                </th>
                {columns.map((request, across) => {
                  const at = `${down}.${across}`;
                  const { holds, judged } = cellAt(one, request);
                  const decision = judged.verdict?.decision ?? 'implicitDeny';
                  return (
                    <td key={at}>
                      <button
                        type="button"
                        className={holds === true ? 'condition-cell held' : 'condition-cell'}
                        aria-pressed={at === values.cell}
                        onClick={() => {
                          set({ cell: at === values.cell ? '' : at });
                        }}
                      >
                        <span aria-hidden="true">{holds === true ? '✓' : '–'}</span> {saidOf(holds)}
                        <small>{words.decisions[decision]}</small>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="condition-open" role="status">
        {row && column ? (
          <Opened cell={cellAt(row, column)} operator={row.operator} sends={column.sends} name={chosen.key} />
        ) : (
          <p className="quiet">{words.touch}</p>
        )}
      </div>
    </Frame>
  );
}

/** The word in front of an operator may stand on a line of its own. */
function Operator({ name }: { readonly name: string }): ReactNode {
  const [word, ...rest] = name.split(':');
  return rest.length === 0 ? (
    name
  ) : (
    <>
      {word}:<wbr />
      {rest}
    </>
  );
}

interface OpenedProps {
  readonly cell: Cell;
  readonly operator: string;
  readonly sends: readonly string[] | undefined;
  readonly name: string;
}

/** Why a cell came out as it did: the rule, the document, the derivation. */
function Opened({ cell: { text, rules, judged }, operator, sends, name }: OpenedProps): ReactNode {
  return (
    <>
      <p>
        <code>{operator}</code>, <Inline text={words.request(name, sends)} />
      </p>
      {judged.verdict && <VerdictLine decision={judged.verdict.decision} />}
      <ul className="findings">
        {rules.map((rule) => (
          <li key={rule}>
            {RULES[rule].says} <code>{rule}</code>
          </li>
        ))}
        {rules.length === 0 && <li className="fault">{words.unread}</li>}
      </ul>
      <details>
        <summary>{words.document}</summary>
        <pre className="condition-text">{text}</pre>
      </details>
      <details>
        <summary>{lab.path}</summary>
        <Tree judged={judged} />
      </details>
    </>
  );
}

const saidOf = (holds: boolean | undefined): string =>
  holds === undefined ? words.unreadShort : holds ? words.held : words.failed;

function headOf({ sends, wants }: Column, isOwn: boolean): string {
  const said = sends ? words.sends(sends) : words.sendsNothing;
  if (isOwn) return words.ownColumn(said);
  return wants ? words.withPattern(said, wants) : said;
}

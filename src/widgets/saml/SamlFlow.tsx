// A response opened: it may be changed, the trust policy too, and what STS answers stands below.
import { useMemo, type ReactNode } from 'react';
import { saml as words } from '#strings';
import { Answered } from '#widgets/oidc/Answered.tsx';
import { Opened } from '#widgets/oidc/Opened.tsx';
import { TrustSide } from '#widgets/oidc/TrustSide.tsx';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { OneOf } from '#widgets/tools/OneOf.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  brought,
  CHANGE_NAMES,
  changed,
  issued,
  linesIn,
  rewritten,
  rowsOf,
  TRUST,
  TRUST_NAMES,
  TRUSTS,
  WAITS,
  WRITING_NAMES,
} from './flow.ts';

interface Props {
  readonly place: ToolPlace;
}

const FIRST = { writes: 'usual', wait: '0', lines: '', trust: TRUSTS.global };
/** Characters: a response is short of four thousand, and a trust policy may not have more than that. */
const LONGEST = 16_384;

export default guarded(SamlFlow);

function SamlFlow({ place }: Props): ReactNode {
  const state = useTool<keyof typeof FIRST>(place, FIRST);
  const { values, set } = state;
  const writes = WRITING_NAMES.find((name) => name === values.writes) ?? 'usual';
  const wait = WAITS.find((one) => String(one) === values.wait) ?? 0;
  const original = useMemo(() => issued(writes), [writes]);
  const isTooLong = values.lines.length > LONGEST || values.trust.length > LONGEST;
  const response = values.lines === '' ? original : isTooLong ? undefined : rewritten(values.lines);
  const answer = useMemo(
    () => (response === undefined ? undefined : brought(response, values.trust, wait)),
    [response, values.trust, wait],
  );
  const rows = response === undefined ? [] : rowsOf(response);
  const remarks = response === original ? [] : [words.changed];
  return (
    <Frame place={place} state={state}>
      <div className="oidc-choices">
        <div className="oidc-choice">
          <Choice
            label={words.writes}
            value={writes}
            options={WRITING_NAMES.map((name) => [name, words.writings[name]])}
            onChoose={(name) => {
              set({ writes: name, lines: '' });
            }}
          />
        </div>
        <div className="oidc-choice">
          <Choice
            label={words.wait}
            value={String(wait)}
            options={WAITS.map((one) => [String(one), words.waits[one]])}
            onChoose={(one) => {
              set({ wait: one });
            }}
          />
        </div>
      </div>
      <table className="saml-rows">
        <caption>{words.table}</caption>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{words.rows[name]}</th>
              <td>
                <code>{value}</code>
              </td>
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td>{words.none}</td>
            </tr>
          )}
        </tbody>
      </table>
      <div className="oidc-begin" role="group" aria-label={words.change}>
        <span className="saml-change" aria-hidden="true">
          {words.change}
        </span>
        <OneOf
          value={values.lines}
          options={CHANGE_NAMES.map((name) => [changed(original, name), words.changes[name]])}
          onChoose={(lines) => {
            set({ lines });
          }}
        />
      </div>
      <div className="oidc-sides">
        <Opened
          label={words.response}
          text={values.lines === '' ? linesIn(original) : values.lines}
          back={words.asWritten}
          onChange={(lines) => {
            set({ lines });
          }}
        >
          <p className="oidc-note">{words.note}</p>
        </Opened>
        <TrustSide
          name={words.trust}
          document={TRUST}
          text={values.trust}
          answer={answer}
          beginnings={TRUST_NAMES.map((name) => [words.trusts[name], TRUSTS[name]])}
          onChange={(trust) => {
            set({ trust });
          }}
        />
      </div>
      <Answered
        answer={answer}
        stages={words.stages}
        faults={isTooLong ? [words.tooLong(LONGEST)] : []}
        remarks={isTooLong ? [] : remarks}
      />
    </Frame>
  );
}

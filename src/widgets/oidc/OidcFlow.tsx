// A token opened: its claims may be changed, the trust policy too, and what STS answers stands below.
import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { oidc as words } from '#strings';
import { Editor, type Spot } from '#widgets/lab/Editor.tsx';
import { marksOf } from '#widgets/lab/marks.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  AUDIENCES,
  brought,
  claimsIn,
  issued,
  rewritten,
  SUBJECTS,
  TRUST,
  TRUSTS,
  WAITS,
  type Brought,
  type SubjectName,
  type TrustName,
} from './flow.ts';
import { Choice } from './Choice.tsx';

interface Props {
  readonly place: ToolPlace;
}

const names = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table) as K[];
const FIRST = { subject: 'pull', audience: AUDIENCES[0], wait: '0', claims: '', trust: TRUSTS.star };
/** Characters. Source: ug-quotas. */
const LONGEST = 8192;

export default function OidcFlow({ place }: Props): ReactNode {
  const state = useTool<keyof typeof FIRST>(place, FIRST);
  const { values, set } = state;
  const field = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<Spot>();
  const ids = { claims: useId(), why: useId() };
  const subject: SubjectName = names(SUBJECTS).find((name) => name === values.subject) ?? 'pull';
  const audience = AUDIENCES.find((one) => one === values.audience) ?? AUDIENCES[0];
  const wait = WAITS.find((one) => String(one) === values.wait) ?? 0;
  const original = useMemo(() => issued(subject, audience), [subject, audience]);
  const isTooLong = values.claims.length > LONGEST || values.trust.length > LONGEST;
  const token = values.claims === '' ? original : isTooLong ? undefined : rewritten(original, values.claims);
  const answer = useMemo(
    () => (token === undefined || isTooLong ? undefined : brought(token, values.trust, wait)),
    [token, values.trust, wait, isTooLong],
  );
  const writeTrust = (trust: string): void => {
    setShown(undefined);
    set({ trust });
  };
  return (
    <Frame place={place} state={state}>
      <div className="oidc-choices">
        <Choice
          label={words.subject}
          value={subject}
          options={names(SUBJECTS).map((name) => [name, words.subjects[name]])}
          onChoose={(name) => {
            set({ subject: name, claims: '' });
          }}
        />
        <Choice
          label={words.audience}
          value={audience}
          options={AUDIENCES.map((one) => [one, one])}
          onChoose={(one) => {
            set({ audience: one, claims: '' });
          }}
        />
        <Choice
          label={words.wait}
          value={String(wait)}
          options={WAITS.map((one) => [String(one), words.waits[one]])}
          onChoose={(one) => {
            set({ wait: one });
          }}
        />
      </div>
      <p className="oidc-name">{words.token}</p>
      <TokenText token={token ?? original} />
      <p className="oidc-note">{words.tokenNote}</p>
      <div className="oidc-sides">
        <div>
          <label className="oidc-name" htmlFor={ids.claims}>
            {words.claims}
          </label>
          <textarea
            id={ids.claims}
            className="code-field"
            rows={16}
            value={values.claims === '' ? claimsIn(original) : values.claims}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              set({ claims: event.target.value });
            }}
          />
          <button
            type="button"
            className="button"
            onClick={() => {
              set({ claims: '' });
            }}
          >
            {words.asIssued}
          </button>
        </div>
        <div>
          <p className="oidc-name">{words.trust}</p>
          <Editor
            name={words.trust}
            kind="trust"
            text={values.trust}
            marks={answer ? marksOf(answer.parts, TRUST) : []}
            readOnly={false}
            field={field}
            shown={shown}
            onChange={writeTrust}
            onTouch={() => {
              setShown(undefined);
            }}
          />
          <div className="oidc-begin" role="group" aria-label={words.begin}>
            {names(TRUSTS).map((name: TrustName) => (
              <button
                key={name}
                type="button"
                className="button"
                aria-pressed={values.trust === TRUSTS[name]}
                onClick={() => {
                  writeTrust(TRUSTS[name]);
                }}
              >
                {words.trusts[name]}
              </button>
            ))}
          </div>
        </div>
      </div>
      <div role="status" aria-labelledby={ids.why}>
        <p className="oidc-name" id={ids.why}>
          {words.why}
        </p>
        {answer && <p>{words.stages[answer.decision ? 'policy' : 'token']}</p>}
        <ul className="findings">
          {isTooLong && <li className="fault">{words.tooLong(LONGEST)}</li>}
          {!isTooLong && token === undefined && <li className="fault">{words.notClaims}</li>}
          {token !== undefined && token !== original && <li>{words.changed}</li>}
          {answer && <Said answer={answer} />}
        </ul>
        {answer?.decision && (
          <>
            <VerdictLine decision={answer.decision} />
            <Paths parts={answer.parts} go={undefined} />
          </>
        )}
      </div>
    </Frame>
  );
}

function TokenText({ token }: { readonly token: string }): ReactNode {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return (
    <p className="oidc-token" tabIndex={0} role="group" aria-label={words.token}>
      <span title={words.header}>{header}</span>.
      <span title={words.claimsPart} className="oidc-claims">
        {claims}
      </span>
      .
      <span title={words.signature} className="oidc-signature">
        {signature}
      </span>
    </p>
  );
}

function Said({ answer: { arn = '', fault } }: { readonly answer: Brought }): ReactNode {
  return (
    <li className={fault ? 'fault' : 'good'}>
      <Inline text={fault ? `\`${fault.code}\`: ${fault.message}` : words.opens(arn)} />
    </li>
  );
}

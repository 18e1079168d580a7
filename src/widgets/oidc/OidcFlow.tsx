// A token opened: its claims may be changed, the trust policy too, and what STS answers stands below.
import { useMemo, type ReactNode } from 'react';
import { oidc as words } from '#strings';
import { Choice } from '#widgets/tools/Choice.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
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
  type SubjectName,
} from './flow.ts';
import { Answered } from './Answered.tsx';
import { Opened } from './Opened.tsx';
import { TrustSide } from './TrustSide.tsx';

interface Props {
  readonly place: ToolPlace;
}

const names = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table) as K[];
const FIRST = { subject: 'pull', audience: AUDIENCES[0], wait: '0', claims: '', trust: TRUSTS.star };
/** Characters. Source: ug-quotas. */
const LONGEST = 8192;

export default guarded(OidcFlow);

function OidcFlow({ place }: Props): ReactNode {
  const state = useTool<keyof typeof FIRST>(place, FIRST);
  const { values, set } = state;
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
  return (
    <Frame place={place} state={state}>
      <div className="oidc-choices">
        <div className="oidc-choice">
          <Choice
            label={words.subject}
            value={subject}
            options={names(SUBJECTS).map((name) => [name, words.subjects[name]])}
            onChoose={(name) => {
              set({ subject: name, claims: '' });
            }}
          />
        </div>
        <div className="oidc-choice">
          <Choice
            label={words.audience}
            value={audience}
            options={AUDIENCES.map((one) => [one, one])}
            onChoose={(one) => {
              set({ audience: one, claims: '' });
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
      <p className="oidc-name">{words.token}</p>
      <TokenText token={token ?? original} />
      <p className="oidc-note">{words.tokenNote}</p>
      <div className="oidc-sides">
        <Opened
          label={words.claims}
          text={values.claims === '' ? claimsIn(original) : values.claims}
          back={words.asIssued}
          onChange={(claims) => {
            set({ claims });
          }}
        />
        <TrustSide
          name={words.trust}
          document={TRUST}
          text={values.trust}
          answer={answer}
          beginnings={names(TRUSTS).map((name) => [words.trusts[name], TRUSTS[name]])}
          onChange={(trust) => {
            set({ trust });
          }}
        />
      </div>
      <Answered
        answer={answer}
        stages={words.stages}
        faults={isTooLong ? [words.tooLong(LONGEST)] : token === undefined ? [words.notClaims] : []}
        remarks={token !== undefined && token !== original ? [words.changed] : []}
      />
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

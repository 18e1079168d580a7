// The request as a sentence: who, what, on what, and what else is known.
import { useId, type ReactNode } from 'react';
import type { Principal, PrincipalType } from '#evaluator';
import { sandbox as words } from '#strings';
import { accountIn, CALLER_TYPES, hasAccount, withArn, withType } from './caller.ts';
import { Circumstances } from './Circumstances.tsx';
import type { Situation } from './situation.ts';
import type { Known } from './use-names.ts';
import { WordField } from './WordField.tsx';

interface Props {
  readonly situation: Situation;
  readonly known: Known;
  /** The word that has to be said before anything is decided. */
  readonly missing: 'caller' | 'action' | 'resource' | undefined;
  readonly onChange: (next: Situation, place?: string) => void;
}

export function Sentence({ situation, known, missing, onChange }: Props): ReactNode {
  const { caller, action, resource } = situation;
  const { ready, load } = known;
  const setCaller = (next: Principal, place?: string): void => {
    onChange({ ...situation, caller: next }, place);
  };
  const isCaller = (arn: string): boolean => /^arn:[^:]*:(?:iam|sts):/.test(arn);
  return (
    <div className="asked" tabIndex={-1} data-first="" role="group" aria-label={words.question}>
      <p className="ask">
        {words.may}{' '}
        <TypeWord
          type={caller.type}
          onChange={(type) => {
            setCaller(withType(caller, type, situation.resourceAccount));
          }}
        />{' '}
        {caller.type !== 'anonymous' && (
          <WordField
            label={words.caller}
            value={caller.arn}
            invalid={missing === 'caller'}
            suggest={(typed) => ready?.suggest.fitting(typed, ready.nearby.arns.filter(isCaller)) ?? []}
            onWake={load}
            onChange={(arn) => {
              setCaller(withArn(caller, arn), 'caller');
            }}
          />
        )}{' '}
        {words.do}{' '}
        <WordField
          label={words.action}
          value={action}
          invalid={missing === 'action'}
          suggest={(typed) =>
            ready?.suggest.actionsFitting(
              typed,
              ready.names,
              ready.nearby.actions.filter((one) => !/[*?]/.test(one)),
            ) ?? []
          }
          onWake={load}
          onChange={(next) => {
            onChange({ ...situation, action: next }, 'action');
          }}
        />{' '}
        {words.on}{' '}
        <WordField
          label={words.resource}
          value={resource}
          invalid={missing === 'resource'}
          suggest={(typed) =>
            ready?.suggest.arnsFitting(
              typed,
              ready.names,
              ready.nearby.arns.filter((arn) => !isCaller(arn)),
            ) ?? []
          }
          onWake={load}
          onChange={(next) => {
            const resourceAccount = accountIn(next) ?? situation.resourceAccount;
            onChange({ ...situation, resource: next, resourceAccount }, 'resource');
          }}
        />{' '}
        {words.end}
      </p>
      <Circumstances situation={situation} known={known} onChange={onChange} />
      <Accounts situation={situation} onChange={onChange} />
    </div>
  );
}

function TypeWord(props: { type: PrincipalType; onChange: (type: PrincipalType) => void }): ReactNode {
  const id = useId();
  return (
    <span className="word">
      <label className="visually-hidden" htmlFor={id}>
        {words.callerType}
      </label>
      <select
        id={id}
        value={props.type}
        onChange={(event) => {
          const type = CALLER_TYPES.find((known) => known === event.target.value);
          if (type) props.onChange(type);
        }}
      >
        {CALLER_TYPES.map((type) => (
          <option key={type} value={type}>
            {words.callerTypes[type]}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What the ARNs mostly say by themselves, for whoever wants it otherwise. */
function Accounts({ situation, onChange }: Pick<Props, 'situation' | 'onChange'>): ReactNode {
  const { caller, resourceAccount, resourceInManagementAccount } = situation;
  const set = (change: Partial<Principal>, place?: string): void => {
    onChange({ ...situation, caller: { ...caller, ...change } }, place);
  };
  return (
    <details className="accounts">
      <summary>
        <span>
          {words.accounts}: {words.belongs(caller.account, resourceAccount)}
        </span>
      </summary>
      <div className="account-fields">
        {hasAccount(caller.type) && (
          <Plain
            label={words.callerAccount}
            value={caller.account}
            onChange={(account) => {
              set({ account }, 'caller-account');
            }}
          />
        )}
        <Plain
          label={words.resourceAccount}
          value={resourceAccount}
          onChange={(next) => {
            onChange({ ...situation, resourceAccount: next }, 'resource-account');
          }}
        />
        {caller.type === 'assumedRole' && (
          <Plain
            label={words.roleArn}
            value={caller.roleArn ?? ''}
            onChange={(roleArn) => {
              set({ roleArn }, 'role');
            }}
          />
        )}
        {caller.type === 'federatedUser' && (
          <Plain
            label={words.issuerArn}
            value={caller.issuerArn ?? ''}
            onChange={(issuerArn) => {
              set({ issuerArn }, 'issuer');
            }}
          />
        )}
        {hasAccount(caller.type) && (
          <Flag
            label={words.inManagementAccount}
            value={caller.inManagementAccount ?? false}
            onChange={(inManagementAccount) => {
              set({ inManagementAccount });
            }}
          />
        )}
        {caller.type === 'assumedRole' && (
          <Flag
            label={words.serviceLinkedRole}
            value={caller.serviceLinkedRole ?? false}
            onChange={(serviceLinkedRole) => {
              set({ serviceLinkedRole });
            }}
          />
        )}
        <Flag
          label={words.resourceInManagementAccount}
          value={resourceInManagementAccount}
          onChange={(next) => {
            onChange({ ...situation, resourceInManagementAccount: next });
          }}
        />
      </div>
    </details>
  );
}

function Plain(props: { label: string; value: string; onChange: (value: string) => void }): ReactNode {
  return (
    <label className="plain-field">
      <span>{props.label}</span>
      <input
        type="text"
        value={props.value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
    </label>
  );
}

function Flag(props: { label: string; value: boolean; onChange: (value: boolean) => void }): ReactNode {
  return (
    <label className="flag">
      <input
        type="checkbox"
        checked={props.value}
        onChange={(event) => {
          props.onChange(event.target.checked);
        }}
      />
      <span>{props.label}</span>
    </label>
  );
}

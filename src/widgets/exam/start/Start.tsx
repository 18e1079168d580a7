// The start page of an exam: what it is, how one sits it, and the way in.
import { useEffect, useState, type ReactNode } from 'react';
import { NO_ACCOMMODATION, type Bank, type CodeFault, type Form, type Terms } from '#exam';
import { examStart as words } from '#strings';
import type { About } from './about.ts';
import { Chosen } from './Chosen.tsx';
import { ClockChoice } from './ClockChoice.tsx';
import { Facts } from './Facts.tsx';
import { FormChoice } from './FormChoice.tsx';
import { isLinked, makeFormLink, parseFormLink } from './form-link.ts';
import { LinkForOthers } from './LinkForOthers.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { drawFor, hasPaper, isTimed, newSeed, termsFor, type Plan } from './plan.ts';
import { rulesOf } from './rules.ts';
import { useBank } from './use-bank.ts';
import { usePast } from './use-past.ts';

interface Props {
  readonly about: About;
  readonly onStart: (form: Form, terms: Terms) => void;
  /** What stands below the choices. */
  readonly children?: ReactNode;
}

/** What the exam is, and its rules. */
export function StartAbout({ about }: { readonly about: About }): ReactNode {
  return (
    <div className="start-about">
      <p className="standfirst">{about.standfirst}</p>
      <Facts about={about} />
      <h2>{words.rules}</h2>
      <ul className="rules">
        {rulesOf(about.scoring).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

export function Start({ about, onStart, children }: Props): ReactNode {
  const { bank, again } = useBank(about.exam);
  return (
    <div className="start">
      <StartAbout about={about} />
      {bank === 'fetching' && <p role="status">{words.fetching}</p>}
      {bank === 'failed' && (
        <div className="room-note" role="alert">
          <p>{words.notFetched}</p>
          <button type="button" className="button" onClick={again}>
            {words.again}
          </button>
        </div>
      )}
      {typeof bank === 'object' && <Choosing about={about} bank={bank} onStart={onStart} />}
      {children}
    </div>
  );
}

const FORM = 'start-form';

type Trouble = { readonly fault: CodeFault } | { readonly missing: readonly string[] };

function Choosing({ about, bank, onStart }: Props & { readonly bank: Bank }): ReactNode {
  const past = usePast(bank);
  const [trouble, setTrouble] = useState<Trouble>();
  const [plan, setPlan] = useState<Plan>(() => ({
    mode: 'simulation',
    domain: about.domains[0]?.id ?? '',
    clock: about.clock,
    needs: NO_ACCOMMODATION,
    paper: 'new',
    code: '',
    earlier: undefined,
    ...parseFormLink(location.hash),
  }));
  const change = (next: Partial<Plan>): void => {
    setTrouble(undefined);
    setPlan((before) => fitting({ ...before, ...next }));
  };
  useEffect(() => {
    const follow = (): void => {
      setTrouble(undefined);
      setPlan((before) => ({ ...before, ...parseFormLink(location.hash) }));
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  const waits = (plan.mode === 'missed' || plan.mode === 'weakest') && !past.scored;
  const draw = (): Form | undefined => {
    const drawn = drawFor(bank, plan, past.past, newSeed);
    if ('form' in drawn) return drawn.form;
    setTrouble(drawn);
    document.getElementById('form-code')?.focus();
    return undefined;
  };
  const start = (): void => {
    const form = draw();
    if (form) onStart(form, termsFor(plan, bank.minutes));
  };
  const link = (): { readonly form: Form; readonly address: string } | undefined => {
    const form = draw();
    if (!form) return undefined;
    const { code } = form;
    setPlan({ ...plan, paper: 'code', code });
    return { form, address: makeFormLink(bank.exam, { ...plan, code }) };
  };
  return (
    <>
      <form
        className="start-form"
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <ModeChoice about={about} bank={bank} past={past} plan={plan} onChange={change} />
        {isTimed(plan) && <ClockChoice minutes={bank.minutes} plan={plan} onChange={change} />}
        {hasPaper(plan.mode) && (
          <FormChoice
            bank={bank}
            past={past.past}
            plan={plan}
            fault={trouble && 'fault' in trouble ? trouble.fault : undefined}
            onChange={change}
          />
        )}
        {trouble && 'missing' in trouble && (
          <div className="room-note" role="alert">
            <p>{words.cannot}</p>
            <ul>
              {trouble.missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
        )}
      </form>
      <section className="start-now" aria-label={words.chosen}>
        <Chosen plan={plan} minutes={bank.minutes} />
        {waits && <p role="status">{words.scoringPast}</p>}
        <button type="submit" form={FORM} className="button first" disabled={waits}>
          {words.start}
        </button>
        {isLinked(plan.mode) && plan.paper !== 'sibling' && (
          <LinkForOthers key={linkKey(plan)} onMake={link} />
        )}
        <p className="bank-version">{words.version(bank.version, bank.items.length)}</p>
      </section>
    </>
  );
}

/** Another clock or mode is another link. The code that a link brought is the same one. */
const linkKey = ({ mode, clock, needs }: Plan): string => [mode, clock, JSON.stringify(needs)].join(' ');

/** A sibling is sat like the exam. */
function fitting(plan: Plan): Plan {
  return plan.paper === 'sibling' && plan.mode !== 'simulation' ? { ...plan, paper: 'retake' } : plan;
}

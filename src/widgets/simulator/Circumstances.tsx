// What else is known about the request: condition keys, each with one value or several.
import { useRef, type ReactNode } from 'react';
import { sandbox as words } from '#strings';
import type { Circumstance, Situation } from './situation.ts';
import type { Known } from './use-names.ts';
import { WordField } from './WordField.tsx';

interface Props {
  readonly situation: Situation;
  readonly known: Known;
  readonly onChange: (next: Situation, place?: string) => void;
}

export function Circumstances({ situation, known, onChange }: Props): ReactNode {
  const { circumstances } = situation;
  const { ready, load } = known;
  const whole = useRef<HTMLDivElement>(null);
  /** After the next drawing: the last field or button that fits. */
  const focusLast = (selector: string): void => {
    requestAnimationFrame(() =>
      [...(whole.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.focus(),
    );
  };
  const set = (at: number, next: Circumstance | undefined, place?: string): void => {
    const all = circumstances.flatMap((one, i) => (i === at ? (next ?? []) : one));
    onChange({ ...situation, circumstances: all }, place);
  };
  return (
    <div className="given" ref={whole}>
      {circumstances.map(({ key, values }, at) => (
        <p className="ask" key={at}>
          {at === 0 ? words.given : words.and}{' '}
          <WordField
            label={words.key(at + 1)}
            value={key}
            suggest={(typed) => ready?.suggest.keysFitting(typed, ready.names, ready.nearby.keys) ?? []}
            onWake={load}
            onChange={(next) => {
              set(at, { key: next, values }, `key-${at}`);
            }}
          />{' '}
          {words.is}{' '}
          {values.map((value, i) => (
            <span key={i}>
              {i > 0 && <>{words.and} </>}
              <WordField
                label={words.value(key, i + 1)}
                value={value}
                suggest={(typed) => ready?.suggest.valuesOf(key, typed) ?? []}
                onWake={load}
                onChange={(next) => {
                  set(at, { key, values: values.with(i, next) }, `value-${at}-${i}`);
                }}
              />{' '}
            </span>
          ))}
          <button
            type="button"
            className="link"
            aria-label={words.addValue(key)}
            onClick={() => {
              set(at, { key, values: [...values, ''] });
              focusLast(`p:nth-of-type(${at + 1}) input`);
            }}
          >
            {words.addValueShort}
          </button>{' '}
          {values.length > 1 && (
            <button
              type="button"
              className="link"
              aria-label={words.removeValue(key)}
              onClick={() => {
                set(at, { key, values: values.slice(0, -1) });
                focusLast(`p:nth-of-type(${at + 1}) input`);
              }}
            >
              {words.removeValueShort}
            </button>
          )}
          <button
            type="button"
            className="take-away"
            aria-label={words.removeKey(key)}
            onClick={() => {
              set(at, undefined);
              focusLast('.add-key');
            }}
          >
            <span aria-hidden="true">✕</span>
          </button>
        </p>
      ))}
      <button
        type="button"
        className="link add-key"
        onClick={() => {
          onChange({ ...situation, circumstances: [...circumstances, { key: '', values: [''] }] });
          focusLast('p:last-of-type > .word input');
        }}
      >
        {words.addKey}
      </button>
    </div>
  );
}

// The free simulator. It binds: what is asked, what is decided and what is kept is worked out elsewhere.
import { useEffect, useRef, type ReactNode } from 'react';
import { sandbox as words } from '#strings';
import { useAwake } from '#widgets/site/use-awake.ts';
import { Begin } from './Begin.tsx';
import { Bench } from './Bench.tsx';
import type { Situation } from './situation.ts';
import { KEPT_AS, useSandbox } from './use-sandbox.ts';

export default function Sandbox(): ReactNode {
  const { situation, judgement, late, ready, note, change, undo } = useSandbox();
  const whole = useRef<HTMLElement>(null);
  const led = useRef(false);
  useAwake(whole, ready);
  const isBegun = situation !== undefined;
  useEffect(() => {
    if (led.current) whole.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    led.current = false;
  }, [isBegun]);
  /** What was pressed goes away with its half of the page: the focus goes to the other half. */
  const lead = (next: Situation | undefined, place?: string): void => {
    led.current = (next === undefined) === isBegun;
    change(next, place);
  };
  return (
    <section
      ref={whole}
      className="lab wide sandbox"
      aria-label={words.label}
      data-keeps={KEPT_AS}
      data-opens={KEPT_AS}
    >
      <p className="note" role="status">
        {note}
      </p>
      {situation && judgement ? (
        <Bench situation={situation} judgement={judgement} late={late} undo={undo} onChange={lead} />
      ) : (
        <>
          <Begin onBegin={lead} />
          {undo && (
            <p className="bench-foot">
              <button type="button" className="button" onClick={undo}>
                {words.undo}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

// The sitting of this page, bound to React and to the page's own events.
import { useEffect, useState } from 'react';
import { isOpen } from '#exam';
import type { Store } from '#store';
import { newStay, randomId } from './moment.ts';
import { meansOfPage } from './owner.ts';
import { openRoom, type Control, type View } from './room.ts';

export interface Room extends View, Control {
  readonly store: Store;
}

/** @returns `opening` until the store is open, `shut` when what opens it could not be fetched */
export function useSitting(exam: string): Room | 'opening' | 'shut' {
  const [view, setView] = useState<View>();
  const [open, setOpen] = useState<{ readonly store: Store; readonly control: Control }>();
  const [shut, setShut] = useState(false);

  useEffect(() => {
    let gone = false;
    const enter = async (): Promise<void> => {
      const { openStore } = await import('#store');
      const store = await openStore();
      const page = { newStay, means: meansOfPage(randomId()) };
      const control = await openRoom(exam, store, page, (next) => {
        if (!gone) setView(next);
      });
      if (gone) control.leave();
      else setOpen({ store, control });
    };
    enter().catch(() => {
      setShut(true);
    });
    return () => {
      gone = true;
    };
  }, [exam]);

  const control = open?.control;
  useEffect(() => {
    if (!control) return;
    const timer = setInterval(control.tick, 1000);
    const comeBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void control.comeBack();
    };
    addEventListener('pagehide', control.leave);
    addEventListener('pageshow', comeBack);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', control.leave);
      removeEventListener('pageshow', comeBack);
      control.leave();
    };
  }, [control]);

  const running = view !== undefined && isOpen(view.run.sitting) && !view.found && view.owner === 'here';
  useEffect(() => {
    document.documentElement.toggleAttribute('data-sitting', running);
  }, [running]);

  const onlyHere = view?.attempt !== undefined && view.saved === 'not-kept';
  useEffect(() => {
    if (!onlyHere) return;
    // Who leaves this page loses what it alone has: the browser asks first.
    const ask = (event: Event): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [onlyHere]);

  if (shut) return 'shut';
  return open && view ? { ...view, ...open.control, store: open.store } : 'opening';
}

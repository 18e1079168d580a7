// The keys of the exam room: heard where nobody is typing, while they are switched on.
import { useEffect, useEffectEvent, useState } from 'react';
import type { Store } from '#store';
import { commandOf, type Command } from './keys.ts';
import { isAssisted } from './assisted.ts';

const SETTING = 'exam-keys';

export interface KeySwitch {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** Somebody's choice is kept. Without one they are on, unless a screen reader or a voice seems to be at work. */
export function useKeySwitch(store: Store): KeySwitch {
  const [on, setOn] = useState(() => !isAssisted());
  useEffect(() => {
    void store.setting(SETTING).then((value) => {
      if (value !== undefined) setOn(value === 'on');
    });
  }, [store]);
  return {
    on,
    turn: (next) => {
      setOn(next);
      void store.keepSetting(SETTING, next ? 'on' : 'off');
    },
  };
}

const TYPED = 'textarea, select, input:not([type=radio], [type=checkbox], [type=button]), [contenteditable]';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.matches(TYPED);

/** The options that letters choose: those of the group in focus, or of the only group there is. */
function optionsIn(room: HTMLElement | null): readonly HTMLInputElement[] {
  const groups = [...(room?.querySelectorAll('fieldset:has([data-letter])') ?? [])];
  const group =
    groups.find((one) => one.contains(document.activeElement)) ?? (groups.length === 1 && groups[0]);
  return group ? [...group.querySelectorAll<HTMLInputElement>('input[data-letter]')] : [];
}

/** What a key does that is of the room and not of an option. */
export type Act = Exclude<Command['do'], 'choose' | 'strike'>;

export function useKeys(
  on: boolean,
  room: { readonly current: HTMLElement | null },
  obey: (act: Act) => void,
): void {
  const hear = useEffectEvent((event: KeyboardEvent): void => {
    if (!on || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const options = optionsIn(room.current);
    const command = commandOf(event, options.length);
    if (!command) return;
    event.preventDefault();
    if (command.do === 'choose') {
      // A letter does what a click does, and says what a click says.
      options[command.option]?.focus();
      options[command.option]?.click();
    } else if (command.do === 'strike') {
      const option = document.activeElement?.closest('.option');
      option?.querySelector<HTMLButtonElement>('.strike')?.click();
    } else obey(command.do);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      hear(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}

// The look of the pages and the clock of the exam room. Nothing can be chosen before what was chosen is known.
import { useEffect, useState, type ReactNode } from 'react';
import type { Store } from '#store';
import { settings as words } from '#strings';
import { parseTheme, showTheme, THEMES, type Theme } from './theme.ts';

interface Chosen {
  readonly theme: Theme;
  readonly hidden: boolean;
}

export function Look({ store }: { readonly store: Store | undefined }): ReactNode {
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    if (!store) return;
    void Promise.all([store.setting('theme'), store.setting('clock')]).then(([theme, clock]) => {
      setChosen({ theme: parseTheme(theme), hidden: clock === 'hidden' });
    });
  }, [store]);
  const { theme = 'auto', hidden = false } = chosen ?? {};
  return (
    <>
      <section>
        <h2>{words.look}</h2>
        <fieldset className="choices" disabled={!chosen}>
          <legend>{words.theme}</legend>
          {THEMES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="theme"
                checked={theme === one}
                onChange={() => {
                  setChosen({ theme: one, hidden });
                  showTheme(one);
                  void store?.keepSetting('theme', one);
                }}
              />{' '}
              {words.themes[one]}
            </label>
          ))}
        </fieldset>
      </section>
      <section>
        <h2>{words.exams}</h2>
        <label className="choice">
          <input
            type="checkbox"
            checked={hidden}
            disabled={!chosen}
            onChange={({ target: { checked } }) => {
              setChosen({ theme, hidden: checked });
              void store?.keepSetting('clock', checked ? 'hidden' : 'shown');
            }}
          />{' '}
          {words.hideClock}
        </label>
      </section>
    </>
  );
}

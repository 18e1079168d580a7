// A link to one form with its clock, for a room that sits the same paper.
import { useState, type ReactNode } from 'react';
import type { Form } from '#exam';
import { examStart as words } from '#strings';

interface Props {
  /** Draws the form and says its address on this site; `undefined` when it cannot be drawn. */
  readonly onMake: () => { readonly form: Form; readonly address: string } | undefined;
}

export function LinkForOthers({ onMake }: Props): ReactNode {
  const [made, setMade] = useState<{ readonly code: string; readonly link: string }>();
  const [said, setSaid] = useState('');
  const copy = async (link: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(words.copied);
    } catch {
      setSaid(words.copyByHand);
    }
  };
  return (
    <details className="link-for-others">
      <summary>{words.link}</summary>
      <p>{words.linkText}</p>
      {made && (
        <div className="field">
          <label htmlFor="form-link">{words.linkLabel}</label>
          <input
            id="form-link"
            type="text"
            readOnly
            value={made.link}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
          <small>{words.linkSits(made.code)}</small>
        </div>
      )}
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            if (made) {
              void copy(made.link);
              return;
            }
            const drawn = onMake();
            if (!drawn) return;
            setMade({ code: drawn.form.code, link: new URL(drawn.address, location.href).href });
          }}
        >
          {made ? words.copy : words.makeLink}
        </button>
        <span role="status">{said}</span>
      </p>
      <p>
        <a href="/workshop/">{words.toWorkshop}</a>
      </p>
    </details>
  );
}

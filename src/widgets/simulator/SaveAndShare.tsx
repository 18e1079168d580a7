// Handing a situation on: as a file, through the clipboard, or as a link that carries it whole.
import { useId, useState, type ReactNode } from 'react';
import { sandboxDrawers as words } from '#strings';
import { download } from '#widgets/site/download.ts';
import { FORMATS, written, type Format } from './as-aws.ts';
import type { Situation } from './situation.ts';

/** Links longer than this are cut by some programs. */
const LONG_LINK = 8000;

export default function SaveAndShare({ situation }: { readonly situation: Situation }): ReactNode {
  const id = useId();
  const [format, setFormat] = useState<Format>('line');
  const [said, setSaid] = useState('');
  const copy = async (text: string, done: string): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
      return true;
    } catch {
      setSaid(words.copyFailed);
      return false;
    }
  };
  const copyLink = async (): Promise<void> => {
    const { makeFragment } = await import('./link.ts');
    const fragment = makeFragment(situation);
    const address = new URL(`/sandbox/${fragment}`, location.href).href;
    const size = words.linkCopied(address.length);
    const done = address.length > LONG_LINK ? `${size} ${words.linkLong}` : size;
    if (await copy(address, done)) return;
    history.replaceState(null, '', fragment);
    setSaid(words.linkInBar);
  };
  /** Hands the text on, or says why there is none. */
  const hand = (to: (text: string) => void): void => {
    const text = written(situation, format);
    if (text === undefined) setSaid(words.nothingDecided);
    else to(text);
  };
  return (
    <div className="save-and-share">
      <p>{words.linkHint}</p>
      <p className="foot-actions">
        <button type="button" className="button" onClick={() => void copyLink()}>
          {words.copyLink}
        </button>
      </p>
      <p className="format">
        <label htmlFor={`${id}-format`}>{words.format}</label>{' '}
        <select
          id={`${id}-format`}
          value={format}
          onChange={(event) => {
            setFormat(FORMATS.find((known) => known === event.target.value) ?? 'line');
          }}
        >
          {FORMATS.map((known) => (
            <option key={known} value={known}>
              {words.formats[known]}
            </option>
          ))}
        </select>
      </p>
      <p className="foot-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            hand((text) => {
              download(text);
              setSaid(words.saved);
            });
          }}
        >
          {words.exportFile}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            hand((text) => void copy(text, words.copied));
          }}
        >
          {words.exportCopy}
        </button>
      </p>
      <p className="said-here" role="status">
        {said}
      </p>
    </div>
  );
}

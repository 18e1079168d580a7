// A document with mistakes, what is found in it by line and column, and whether it does by now what it was meant to do.
import { useRef, type ReactNode } from 'react';
import { POLICY_KINDS, type PolicyKind } from '#evaluator';
import { findings as words, lab } from '#strings';
import { Editor } from '#widgets/lab/Editor.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { BROKEN, isBroken, type Broken } from './broken.ts';
import { mendedBy, type Mended } from './mended.ts';

const NAMES = Object.keys(BROKEN).filter(isBroken);
const OWN = 'own';
const FIRST = {
  shown: 'comma',
  kind: 'identity',
  own: '',
  comma: BROKEN.comma.text,
  twice: BROKEN.twice.text,
  spelling: BROKEN.spelling.text,
  bucket: BROKEN.bucket.text,
  trust: BROKEN.trust.text,
};

export default guarded(PolicyFindings);

function PolicyFindings({ place }: { readonly place: ToolPlace }): ReactNode {
  const state = useTool(place, FIRST);
  const { values, set } = state;
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = isBroken(values.shown) ? values.shown : OWN;
  const ownKind = POLICY_KINDS.find((kind) => kind === values.kind) ?? 'identity';
  const document: Broken = shown === OWN ? { kind: ownKind, text: '', meant: [] } : BROKEN[shown];
  const text = values[shown];
  const mended = mendedBy(document, text);
  return (
    <Frame place={place} state={state}>
      <div className="findings-choices" role="group" aria-label={words.documents}>
        {[...NAMES, OWN].map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={name === shown}
            onClick={() => {
              set({ shown: name });
            }}
          >
            {isBroken(name) && mendedBy(BROKEN[name], values[name]).whole && (
              <>
                <span aria-hidden="true">✓ </span>
                <span className="visually-hidden">{words.mended} </span>
              </>
            )}
            {isBroken(name) ? words.names[name] : words.own}
          </button>
        ))}
      </div>
      {shown === OWN ? (
        <OwnKind
          kind={ownKind}
          onChange={(kind) => {
            set({ kind });
          }}
        />
      ) : (
        <p>
          <Inline text={words.about[shown]} />
        </p>
      )}
      <div className="findings-text">
        <Editor
          name={shown === OWN ? words.own : words.names[shown]}
          kind={document.kind}
          text={text}
          marks={[]}
          issues={mended.issues}
          readOnly={false}
          field={area}
          shown={undefined}
          onChange={(next) => {
            set({ [shown]: next });
          }}
          onTouch={() => undefined}
        />
      </div>
      <Standing mended={mended} />
    </Frame>
  );
}

interface OwnKindProps {
  readonly kind: PolicyKind;
  readonly onChange: (kind: string) => void;
}

function OwnKind({ kind, onChange }: OwnKindProps): ReactNode {
  return (
    <label>
      {words.kind}{' '}
      <select
        value={kind}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      >
        {POLICY_KINDS.map((one) => (
          <option key={one} value={one}>
            {lab.kinds[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many errors are left, and each request beside how it is meant to come out. */
function Standing({ mended: { issues, done, whole } }: { readonly mended: Mended }): ReactNode {
  const errors = issues.filter(({ severity }) => severity === 'ERROR').length;
  return (
    <div role="status">
      <p className="findings-sum">{words.sum(errors, issues.length - errors)}</p>
      <ul className="findings">
        {done.map(({ action, resource, gives, decision }) => (
          <li key={action} className={decision === gives ? 'good' : 'fault'}>
            <span aria-hidden="true">{decision === gives ? '✓' : '–'}</span>{' '}
            <Inline text={words.asked(action, resource.split(':').at(-1) ?? resource)} />{' '}
            {words.outcome(lab.terms[decision], lab.terms[gives])}
          </li>
        ))}
      </ul>
      {whole && done.length > 0 && <p>{words.whole}</p>}
    </div>
  );
}

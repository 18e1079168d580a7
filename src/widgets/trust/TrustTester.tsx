// A role's trust policy, everybody who might come, and what they bring: who may take the role, and why.
import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Cloud } from '#cloud';
import { trust as words } from '#strings';
import { Editor, type Spot } from '#widgets/lab/Editor.tsx';
import { edited } from '#widgets/lab/judge.ts';
import { marksOf } from '#widgets/lab/marks.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { Situations } from '#widgets/tools/Situations.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { Beginning } from './Beginning.tsx';
import { Callers, type Caller } from './Callers.tsx';
import { InHandFields } from './InHandFields.tsx';
import { faultsIn, judgeTaking, roleIn, type InHand } from './trust.ts';

/** A world, a role in it, and who might come. */
export interface TrustSituation {
  readonly id: string;
  readonly title: string;
  readonly cloud: Cloud;
  readonly role: string;
  readonly who: readonly { readonly name: string; readonly label: string }[];
}

interface Props {
  readonly place: ToolPlace;
  readonly situations: readonly [TrustSituation, ...TrustSituation[]];
}

/** Characters. Source: ug-quotas. */
const LONGEST = 8192;

export default guarded(TrustTester);

function TrustTester({ place, situations }: Props): ReactNode {
  const state = useTool(place, firstOf(situations[0]));
  const { values, set } = state;
  const situation = useMemo(
    () => situations.find(({ id }) => id === values.situation) ?? situations[0],
    [situations, values.situation],
  );
  const { cloud, role, who } = situation;
  const { arn, document } = useMemo(() => roleIn(cloud, role), [cloud, role]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<Spot>();
  const said = useId();
  const inHand: InHand = { ...values, mfa: values.mfa !== '' };
  const faults = faultsIn(inHand);
  const isTooLong = values.text.length > LONGEST;
  const now = useMemo(
    () => (isTooLong ? undefined : edited(cloud, { [document]: values.text })),
    [cloud, document, values.text, isTooLong],
  );
  const judged = (name: string) =>
    now && faults.length === 0 ? judgeTaking(now, name, arn, inHand) : undefined;
  const callers = who.map((one): Caller => ({ ...one, decision: judged(one.name)?.verdict?.decision }));
  const chosen = callers.find(({ name }) => name === values.who) ?? callers[0];
  const answer = chosen && judged(chosen.name);
  const write = (text: string): void => {
    setShown(undefined);
    set({ text });
  };
  const begin = (id: string): void => {
    setShown(undefined);
    set(firstOf(situations.find((one) => one.id === id) ?? situations[0]));
  };
  return (
    <Frame
      place={place}
      state={{
        ...state,
        reset: () => {
          begin(situation.id);
        },
      }}
    >
      <Situations shown={situation.id} all={situations} onChoose={begin} />
      <div className="trust-sides">
        <div className="trust-policy">
          <p className="trust-name">
            <Inline text={words.document(role)} />
          </p>
          <Editor
            name={words.editor(role)}
            kind="trust"
            text={values.text}
            marks={answer ? marksOf(answer.parts, document) : []}
            readOnly={false}
            field={field}
            shown={shown}
            onChange={write}
            onTouch={() => {
              setShown(undefined);
            }}
          />
          <Beginning cloud={cloud} who={chosen?.name ?? ''} onWrite={write} />
        </div>
        <div className="trust-answer">
          <Callers
            callers={callers}
            chosen={chosen?.name ?? ''}
            onChoose={(name) => {
              set({ who: name });
            }}
          />
          <InHandFields inHand={inHand} faults={faults} onChange={set} />
        </div>
      </div>
      <div role="status" aria-labelledby={said} className="trust-why">
        <p className="trust-name" id={said}>
          {words.why(chosen?.label ?? '')}
        </p>
        <ul className="findings">
          {isTooLong && <li className="fault">{words.tooLong(LONGEST)}</li>}
          {faults.map((fault) => (
            <li key={fault} className="fault">
              <Inline text={words.faults[fault]} />
            </li>
          ))}
          {answer?.failure !== undefined && <li className="fault">{answer.failure}</li>}
        </ul>
        {answer?.verdict && (
          <>
            <VerdictLine decision={answer.verdict.decision} />
            <Paths parts={answer.parts} go={undefined} />
          </>
        )}
      </div>
    </Frame>
  );
}

function firstOf({ id, cloud, role, who }: TrustSituation) {
  return {
    situation: id,
    who: who[0]?.name ?? '',
    text: roleIn(cloud, role).trust,
    ...{ externalId: '', mfa: '', tag: '', sourceIdentity: '' },
  };
}

// The open sandbox: a sentence asks, policies speak, a path answers, and below stands what another version would change.
import { lazy, useRef, useState, type ReactNode } from 'react';
import type { Pointer } from '#evaluator';
import type { Part } from '#cloud';
import { sandbox as words } from '#strings';
import type { Spot } from '#widgets/lab/Editor.tsx';
import { reads } from '#widgets/lab/gates.ts';
import { marksOf } from '#widgets/lab/marks.ts';
import { decidingPapers } from './deciding.ts';
import { documentIdOf, paperAt, type Judgement } from './judge.ts';
import { Drawer } from './Drawer.tsx';
import { Outcome } from './Outcome.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { Papers } from './Papers.tsx';
import { Sentence } from './Sentence.tsx';
import { skeletonOf } from './starters.ts';
import {
  addPaper,
  changePaper,
  kindOf,
  nextId,
  removePaper,
  type Layer,
  type Situation,
} from './situation.ts';
import { useNames } from './use-names.ts';

const OpenRequest = lazy(() => import('./OpenRequest.tsx'));
const SaveAndShare = lazy(() => import('./SaveAndShare.tsx'));
const WhatIf = lazy(() => import('./WhatIf.tsx'));

interface Props {
  readonly situation: Situation;
  readonly judgement: Judgement;
  readonly late: boolean;
  readonly undo: (() => void) | undefined;
  readonly onChange: (next: Situation | undefined, place?: string) => void;
}

/** A place in a policy, by a gate that led there or by the caret. */
interface Place extends Spot {
  readonly paper: string;
  readonly led: boolean;
}

export function Bench({ situation, judgement, late, undo, onChange }: Props): ReactNode {
  const { papers, action } = situation;
  const [openId, setOpenId] = useState('');
  const [place, setPlace] = useState<Place>();
  const [kept, setKept] = useState<{ readonly paper: string; readonly text: string }>();
  const field = useRef<HTMLTextAreaElement>(null);
  const bench = useRef<HTMLDivElement>(null);
  const known = useNames(situation);
  const parts = 'part' in judgement ? [judgement.part] : [];
  const deciding = decidingPapers(situation, judgement);
  const listed = papers.map((paper) => ({
    paper,
    issues: known.findingsOf(paper.text, kindOf(paper.layer, action)),
    decides: deciding.includes(paper),
  }));
  const open =
    papers.find(({ id }) => id === openId) ?? listed.find(({ decides }) => decides)?.paper ?? papers[0];
  const comparedPaper = papers.find(({ id }) => id === kept?.paper);
  const compared = kept && comparedPaper ? { paper: comparedPaper, before: kept.text } : undefined;
  const missing =
    'trouble' in judgement && judgement.trouble.code === 'missing' ? judgement.trouble.word : undefined;

  const go = (_part: Part, at: Pointer): void => {
    const paper = paperAt(situation, at);
    if (!paper) return;
    const { start, end } = at.range;
    setOpenId(paper.id);
    setPlace({ paper: paper.id, start, end, led: true });
    requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(start, start);
    });
  };
  const add = (layer: Layer): void => {
    const count = layer === 'scp' || layer === 'rcp' ? situation.levels[layer] : 0;
    const level = Math.max(0, count - 1);
    const text = skeletonOf(layer, situation);
    setOpenId(nextId(papers));
    onChange(addPaper(situation, { layer, level, name: words.firstNames[layer], text }));
    requestAnimationFrame(() => field.current?.focus({ preventScroll: true }));
  };
  /** The list of policies takes the focus: its open tab, or the button that adds one. */
  const focusShelf = (): void => {
    requestAnimationFrame(() => {
      const shelf = bench.current?.querySelector('.shelf');
      shelf?.querySelector<HTMLElement>('[role=tab][aria-selected=true], .add-paper > button')?.focus();
    });
  };
  const set = (next: Situation, at?: string): void => {
    setPlace(undefined);
    onChange(next, at);
  };

  return (
    <>
      <Sentence situation={situation} known={known} missing={missing} onChange={set} />
      <div className="bench-split" ref={bench}>
        <Papers
          situation={situation}
          listed={listed}
          open={open}
          onOpen={(id) => {
            setPlace(undefined);
            setOpenId(id);
          }}
          onAdd={add}
          onChange={set}
        >
          {open && (
            <PaperPanel
              situation={situation}
              paper={open}
              issues={listed.find(({ paper }) => paper === open)?.issues ?? []}
              marks={marksOf(parts, documentIdOf(open))}
              shown={place?.paper === open.id && place.led ? place : undefined}
              field={field}

              known={known}
              isCompared={compared?.paper === open}
              onChange={(change, at) => {
                set(changePaper(situation, open.id, change), at);
              }}
              onTouch={(offset) => {
                const led = place?.paper === open.id && place.led && place.start === offset;
                if (!led) setPlace({ paper: open.id, start: offset, end: offset, led: false });
              }}
              onCompare={() => {
                known.load();
                setKept({ paper: open.id, text: open.text });
              }}
              onRemove={() => {
                set(removePaper(situation, open.id));
                focusShelf();
              }}
            />
          )}
        </Papers>
        <Outcome
          judgement={judgement}
          late={late}
          go={go}
          isTouched={
            place &&
            ((gate, part) => {
              const paper = papers.find(({ id }) => id === place.paper);
              return paper !== undefined && reads(gate, part, documentIdOf(paper), place);
            })
          }
        />
      </div>
      <Drawer title={words.whatIf} className="what-if" wanted={compared !== undefined}>
        {compared ? (
          <WhatIf
            situation={situation}
            paper={compared.paper}
            before={compared.before}
            names={known.ready?.names}
            onPutBack={() => {
              set(changePaper(situation, compared.paper.id, { text: compared.before }));
            }}
            onForget={() => {
              setKept(undefined);
            }}
          />
        ) : (
          <p>{words.whatIfNone}</p>
        )}
      </Drawer>
      <Drawer title={words.importTitle}>
        <OpenRequest situation={situation} onOpen={set} />
      </Drawer>
      <Drawer title={words.exportTitle}>
        <SaveAndShare situation={situation} />
      </Drawer>
      <p className="bench-foot">
        {undo && (
          <button type="button" className="button" onClick={undo}>
            {words.undo}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            onChange(undefined);
          }}
        >
          {words.startAgain}
        </button>
      </p>
    </>
  );
}

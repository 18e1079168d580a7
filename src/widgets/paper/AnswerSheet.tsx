// The answer sheet: for every question where to write, by what its kind asks for.
import { Fragment, type ReactNode } from 'react';
import type { Asked, Form } from '#exam';
import { paper as words, questions as questionWords } from '#strings';
import { plain } from '#widgets/prose/plain.ts';

export function AnswerSheet({ form }: { readonly form: Form }): ReactNode {
  return (
    <ol className="answer-sheet">
      {form.questions.map((question, i) => (
        <li key={question.id}>
          <b>{words.number(i + 1)}</b>
          <Where question={question} />
        </li>
      ))}
    </ol>
  );
}

function Where({ question }: { readonly question: Asked }): ReactNode {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Boxes labels={question.options.map((_, i) => questionWords.letter(i))} />;
    case 'ordering':
    case 'trace-order':
      return <Blanks labels={question.steps.map((_, i) => words.number(i + 1))} />;
    case 'matching':
      return <Blanks labels={question.prompts.map((_, i) => words.number(i + 1))} />;
    case 'predict':
      return (
        <>
          <Boxes labels={question.decisions.map(({ text }) => plain(text))} />
          <Rules count={1} />
        </>
      );
    case 'hot-statement':
      return <Rules count={1} />;
    case 'request-builder':
      return (
        <Blanks labels={question.fields.map(({ id, label }) => questionWords.request.fields[id] ?? label)} />
      );
    case 'policy-fix':
    case 'operate':
      return <Rules count={8} />;
    case 'case-study':
      return question.parts.map((part, i) => (
        <Fragment key={part.id}>
          <span className="part-number">{words.part(i + 1)}</span>
          <Where question={part} />
        </Fragment>
      ));
  }
}

interface Labels {
  readonly labels: readonly string[];
}

function Boxes({ labels }: Labels): ReactNode {
  return (
    <span className="marks">
      {labels.map((label, i) => (
        <span key={i}>
          <span className="tick-box" /> {label}
        </span>
      ))}
    </span>
  );
}

function Blanks({ labels }: Labels): ReactNode {
  return (
    <span className="marks">
      {labels.map((label, i) => (
        <span key={i} className="blank-for">
          {label} <span className="write-here" />
        </span>
      ))}
    </span>
  );
}

function Rules({ count }: { readonly count: number }): ReactNode {
  return (
    <span className="rules-here">
      {Array.from({ length: count }, (_, i) => (
        <span key={i} />
      ))}
    </span>
  );
}

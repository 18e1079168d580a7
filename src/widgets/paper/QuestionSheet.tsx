// The paper: every question as it is asked, with nothing of the answer and no word on which of them count.
import type { ReactNode } from 'react';
import type { Form } from '#exam';
import { paper as words } from '#strings';
import { QuestionView } from '#widgets/questions/QuestionView.tsx';

export function QuestionSheet({ form }: { readonly form: Form }): ReactNode {
  return form.questions.map((question, i) => (
    <article key={question.id} aria-label={words.question(i + 1)}>
      <QuestionView
        question={question}
        answer={undefined}
        partHeading="h3"
        heading={<h3>{words.question(i + 1)}</h3>}
      />
    </article>
  ));
}

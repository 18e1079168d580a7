// Questions of the course, one of each kind, and somebody who answers one.
import { useState, type ReactNode } from 'react';
import type { UserEvent } from '@testing-library/user-event';
import { loadContent } from '#course/load';
import { fullOf, type FullQuestion } from '#course';
import { KINDS, type Answer, type Asked, type KindName } from '#exam';
import { QuestionView } from '../QuestionView.tsx';

const { content } = loadContent(process.cwd());

export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

/** The first question of a kind. @throws when the course has none */
export function questionOf(kind: KindName): FullQuestion {
  const found = [...content.questions.values()].find((one) => one.kind === kind);
  if (!found) throw new Error(`no question is ${kind}`);
  return fullOf(content, found);
}

interface Props {
  readonly question: Asked;
  readonly first?: Answer;
  readonly onAnswer?: (answer: Answer) => void;
}

/** Holds the answer, as a room does. */
export function Sat({ question, first, onAnswer }: Props): ReactNode {
  const [answer, setAnswer] = useState(first);
  return (
    <QuestionView
      question={question}
      answer={answer}
      onAnswer={(given) => {
        setAnswer(given);
        onAnswer?.(given);
      }}
    />
  );
}

/** Goes on with Tab until an element is in focus. @throws when Tab does not come to it */
export async function reach(user: UserEvent, element: HTMLElement): Promise<void> {
  for (let tabs = 0; tabs < 60 && document.activeElement !== element; tabs++) await user.tab();
  if (document.activeElement !== element) throw new Error(`Tab does not reach ${element.outerHTML}`);
}

/** Chooses a radio button as a keyboard does: Tab comes to its group, arrows go through it. */
export async function chooseRadio(user: UserEvent, radio: HTMLInputElement): Promise<void> {
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    ({ name }) => name === radio.name,
  );
  for (let tabs = 0; tabs < 60 && !group.some((one) => one === document.activeElement); tabs++)
    await user.tab();
  for (let steps = 0; steps < group.length && document.activeElement !== radio; steps++)
    await user.keyboard('{ArrowDown}');
  if (document.activeElement !== radio) throw new Error(`arrows do not reach ${radio.value}`);
  if (!radio.checked) await user.keyboard(' ');
}

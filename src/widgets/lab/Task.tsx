// A task of a lab: what to make happen, what of it has happened, and why a try that looks right is none.
import type { ReactNode } from 'react';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { TaskState } from './use-lab.ts';

export function Task({ task }: { readonly task: TaskState }): ReactNode {
  return (
    <div className="task">
      <p>
        <strong>{words.tasks}.</strong> <Inline text={task.text} />
      </p>
      <ul className="goals">
        {task.goals.map((goal) => (
          <li key={goal.id} className={goal.met ? 'met' : undefined}>
            <span aria-hidden="true">{goal.met ? '✓' : '○'}</span>
            <span className="visually-hidden">{goal.met ? words.goalMet : words.goalOpen}: </span>
            <Inline text={goal.text} />
          </li>
        ))}
      </ul>
      <p className="task-state" role="status">
        {task.solved ? words.solved : task.nearMiss === undefined ? '' : <Inline text={task.nearMiss} />}
      </p>
    </div>
  );
}

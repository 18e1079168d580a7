// Every option with its reason, under the letter that it had: why it is right, or why it tempts and why it fails.
import type { ReactNode } from 'react';
import type { FullQuestion } from '#course';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { chosenIn } from '../views/chosen.ts';
import { Item, RightTag, Said, YourTag, type ReviewProps } from './review.tsx';

type Spec = FullQuestion['spec'] & { readonly kind: 'single' | 'multiple' };

export function Options({ full, spec, asked, answer, below }: ReviewProps<Spec>): ReactNode {
  const chosen = chosenIn(answer);
  const order = 'options' in asked ? asked.options.map(({ id }) => id) : [];
  const options = spec.options.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return (
    <ol className="reasons">
      {options.map((option, i) => {
        const { id, text } = option;
        const right = spec.key.includes(id);
        const yours = chosen.includes(id);
        const letter = words.letter(i);
        return (
          <Item key={id} right={right} wrong={yours}>
            <p className="option-text">
              <b>{letter}</b> <Inline text={text} /> {right && <RightTag />} {yours && <YourTag />}
            </p>
            {option.right !== undefined && <Said title={words.whyRight} text={option.right.text} />}
            {option.wrong && (
              <>
                <Said title={words.tempts} text={option.wrong.tempts} />
                <Said
                  title={words.fails}
                  text={option.wrong.fails.text}
                  stated={option.states && String(option.states.value)}
                />
              </>
            )}
            {below({ full, answer, id, name: letter })}
          </Item>
        );
      })}
    </ol>
  );
}

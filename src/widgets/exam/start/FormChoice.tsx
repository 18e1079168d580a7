// Which form somebody sits: a new one, the one of a code, or one that was sat before.
import type { ReactNode } from 'react';
import { CODE_LENGTH, parseFormCode, type Bank, type CodeFault } from '#exam';
import { examStart as words } from '#strings';
import { dateText } from '../time.ts';
import { Choices } from './Choices.tsx';
import { faultText } from './fault-text.ts';
import type { Past } from './past.ts';
import type { Paper, Plan } from './plan.ts';

interface Props {
  readonly bank: Bank;
  readonly past: Past;
  readonly plan: Plan;
  readonly fault: CodeFault | undefined;
  readonly onChange: (change: Partial<Plan>) => void;
}

export function FormChoice({ bank, past, plan, fault, onChange }: Props): ReactNode {
  const { paper, code, earlier } = plan;
  const sat = past.forms;
  const siblings = sat.length > 0 && plan.mode === 'simulation';
  const papers: readonly Paper[] = [
    'new',
    'code',
    ...(sat.length > 0 ? (['retake'] as const) : []),
    ...(siblings ? (['sibling'] as const) : []),
  ];
  const told = fault ?? faultOf(code, bank);
  return (
    <fieldset className="choosings">
      <legend>{words.paper}</legend>
      <Choices
        name="paper"
        chosen={paper}
        choices={papers.map((one) => ({ value: one, text: words.papers[one] }))}
        onChoose={(next) => {
          onChange({ paper: next, earlier: earlier ?? sat[0]?.seed });
        }}
      />
      {paper === 'code' && (
        <div className="field">
          <label htmlFor="form-code">{words.code}</label>
          <input
            id="form-code"
            className="mono"
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            aria-invalid={told !== undefined}
            aria-describedby="form-code-says"
            onChange={({ target: { value } }) => {
              onChange({ code: value });
            }}
          />
          <small id="form-code-says" role="status" className={told && 'wrong'}>
            {told ? faultText(told, bank.code) : words.codeHint}
          </small>
        </div>
      )}
      {(paper === 'retake' || paper === 'sibling') && (
        <p className="field">
          <label htmlFor="earlier-form">{words.earlier}</label>
          <select
            id="earlier-form"
            value={earlier}
            onChange={({ target: { value } }) => {
              onChange({ earlier: Number(value) });
            }}
          >
            {sat.map((form) => (
              <option key={form.code} value={form.seed}>
                {words.earlierForm(form.code, dateText(form.begun))}
              </option>
            ))}
          </select>
        </p>
      )}
    </fieldset>
  );
}

/** While a code is being typed, that it is too short yet is nobody's fault. */
function faultOf(code: string, bank: Bank): CodeFault | undefined {
  const parsed = parseFormCode(code, bank.code);
  if ('seed' in parsed || (parsed.fault === 'length' && parsed.length < CODE_LENGTH)) return undefined;
  return parsed;
}

// A form on paper, by its code: the paper, the answer sheet, the key with its reasons, each apart.
import { useEffect, useState, type ReactNode } from 'react';
import { drawForm, parseFormCode, type Bank, type Form } from '#exam';
import { paper as words } from '#strings';
import { faultText } from '#widgets/exam/start/fault-text.ts';
import { AnswerSheet } from './AnswerSheet.tsx';
import { KeySheet } from './KeySheet.tsx';
import { QuestionSheet } from './QuestionSheet.tsx';

type Sheet = keyof typeof words.sheets;
const SHEETS: readonly Sheet[] = ['paper', 'answers', 'key'];

async function bankOf(exam: string): Promise<Bank> {
  const response = await fetch(`/exam/${exam}/bank.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as Bank;
}

export default function Paper({ exam }: { readonly exam: string }): ReactNode {
  const [bank, setBank] = useState<Bank | 'loading' | 'failed'>('loading');
  const [code, setCode] = useState(() => new URLSearchParams(location.hash.slice(1)).get('form') ?? '');
  const [sheet, setSheet] = useState<Sheet>('paper');
  useEffect(() => {
    bankOf(exam).then(setBank, () => {
      setBank('failed');
    });
  }, [exam]);
  if (bank === 'loading') return <p role="status">{words.loading}</p>;
  if (bank === 'failed')
    return (
      <p role="alert">
        {words.failed} <a href={`/exam/${exam}/print/#form=${code}`}>{words.again}</a>
      </p>
    );
  const drawn = formOf(bank, code);
  return (
    <>
      <div className="print-choices">
        <label>
          {words.code}{' '}
          <input
            type="text"
            className="mono"
            autoComplete="off"
            spellCheck={false}
            value={code}
            aria-invalid={'fault' in drawn}
            onChange={(event) => {
              setCode(event.target.value);
            }}
          />
        </label>
        <fieldset>
          <legend>{words.sheet}</legend>
          {SHEETS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="sheet"
                checked={sheet === one}
                onChange={() => {
                  setSheet(one);
                }}
              />{' '}
              {words.sheets[one]}
            </label>
          ))}
        </fieldset>
        <p role="status">{'fault' in drawn && code !== '' && <span className="error">{drawn.fault}</span>}</p>
        {'form' in drawn && (
          <button
            type="button"
            className="button first"
            onClick={() => {
              print();
            }}
          >
            {words.print}
          </button>
        )}
      </div>
      {'form' in drawn && <Laid form={drawn.form} sheet={sheet} />}
    </>
  );
}

function formOf(bank: Bank, code: string): { readonly form: Form } | { readonly fault: string } {
  const parsed = parseFormCode(code, bank.code);
  if ('fault' in parsed) return { fault: faultText(parsed, bank.code) };
  const form = drawForm(bank, { mode: 'simulation', seed: parsed.seed });
  return 'missing' in form ? { fault: form.missing.join(' ') } : { form };
}

function Laid({ form, sheet }: { readonly form: Form; readonly sheet: Sheet }): ReactNode {
  const { title, code, bank, questions, minutes, passMark } = form;
  return (
    <div className={`printed ${sheet}`}>
      <header>
        <h2>
          {title}: {words.sheets[sheet]}
        </h2>
        <p>
          <span className="mono">{words.form(code)}</span> ·{' '}
          {words.facts(questions.length, minutes, passMark)} · {words.bank(bank)}
        </p>
        {sheet !== 'key' && (
          <p className="who">
            <span>{words.name}</span>
            <span>{words.date}</span>
          </p>
        )}
      </header>
      {sheet === 'paper' && <QuestionSheet form={form} />}
      {sheet === 'answers' && <AnswerSheet form={form} />}
      {sheet === 'key' && <KeySheet form={form} />}
    </div>
  );
}

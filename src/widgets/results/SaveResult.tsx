// The result as a file or on paper. Nothing of it leaves the machine by itself.
import { useState, type ReactNode } from 'react';
import { makeResultFile, resultCsv } from '#exam';
import { results as words } from '#strings';
import { download } from '#widgets/site/download.ts';
import type { Facts } from './facts.ts';
import { resultOf } from './result-of.ts';

export function SaveResult({ facts }: { readonly facts: Facts }): ReactNode {
  const [name, setName] = useState('');
  const { code, exam } = facts.sitting.form;
  const result = () => resultOf(facts, name.trim());
  const file = ['result', code || exam, name.trim()]
    .filter(Boolean)
    .join('-')
    .replace(/[^\p{L}\p{N}-]+/gu, '-');
  return (
    <section className="save-result">
      <h2>{words.saveTitle}</h2>
      <p>
        <label>
          {words.name}{' '}
          <input
            type="text"
            autoComplete="name"
            maxLength={80}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </label>
      </p>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            download(makeResultFile(result()), `${file}.json`);
          }}
        >
          {words.saveFile}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            download(resultCsv(result()), `${file}.csv`);
          }}
        >
          {words.saveCsv}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            print();
          }}
        >
          {words.print}
        </button>
        {code !== '' && (
          <a className="button" href={`/exam/${exam}/print/#form=${code}`}>
            {words.printPaper}
          </a>
        )}
      </p>
      <p>
        <small>{words.saveNote}</small>
      </p>
    </section>
  );
}

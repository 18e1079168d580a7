// A credential report to be read: sorted, searched, and asked line by line what is wrong.
import { useId, useMemo, type ReactNode } from 'react';
import { report as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { OneOf } from '#widgets/tools/OneOf.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { arranged, PARTS, SHOWN, type Part } from './arranged.ts';
import { Asked } from './Asked.tsx';
import { judgeLine, momentOf } from './judge-line.ts';
import { readReport, type Line, type ReportFault } from './read-report.ts';
import { ReportTable } from './ReportTable.tsx';

interface Props {
  readonly place: ToolPlace;
  readonly report: string;
}

const FIRST = { shown: 'made', own: '', part: 'password', find: '', sort: 'user', order: 'up', asked: '' };

export default guarded(ReportReader);

function ReportReader({ place, report }: Props): ReactNode {
  const state = useTool(place, FIRST);
  const { values, set } = state;
  const field = useId();
  const isOwn = values.shown === 'own';
  const read = useMemo(() => readReport(isOwn ? values.own : report), [isOwn, values.own, report]);
  return (
    <Frame place={place} state={state}>
      <div className="report-choice" role="group" aria-label={words.reports}>
        <OneOf
          value={isOwn ? 'own' : 'made'}
          options={[
            ['made', words.made],
            ['own', words.own],
          ]}
          onChoose={(shown) => {
            set({ shown, asked: '' });
          }}
        />
      </div>
      {isOwn && (
        <div>
          <label htmlFor={field}>{words.field}</label>
          <textarea
            id={field}
            className="code-field"
            rows={4}
            spellCheck={false}
            autoComplete="off"
            value={values.own}
            aria-invalid={'fault' in read}
            onChange={(event) => {
              set({ own: event.target.value, asked: '' });
            }}
          />
        </div>
      )}
      {'fault' in read ? (
        <p role="status">
          <Inline text={faultText(read.fault)} />
        </p>
      ) : (
        <Report lines={read.lines} isOwn={isOwn} values={values} set={set} />
      )}
    </Frame>
  );
}

interface ReportProps {
  readonly lines: readonly Line[];
  readonly isOwn: boolean;
  readonly values: Readonly<Record<keyof typeof FIRST, string>>;
  readonly set: (change: Partial<Record<keyof typeof FIRST, string>>) => void;
}

function Report({ lines, isOwn, values, set }: ReportProps): ReactNode {
  const find = useId();
  const part: Part = PARTS.find((one) => one === values.part) ?? 'password';
  const columns = SHOWN[part];
  const sort = {
    column: columns.find((one) => one === values.sort) ?? 'user',
    isDown: values.order === 'down',
  };
  const now = useMemo(() => momentOf(lines), [lines]);
  const wrong = useMemo(
    () => lines.filter((line) => judgeLine(line, now).problems.length > 0).map(({ user }) => user),
    [lines, now],
  );
  const asked = values.asked.split('\n').filter(Boolean);
  const told = isOwn ? [...asked, ...wrong.filter((user) => !asked.includes(user))] : asked;
  const shown = arranged(lines, columns, values.find, sort);
  return (
    <>
      <div className="report-choice" role="group" aria-label={words.parts}>
        <OneOf
          value={part}
          options={PARTS.map((one) => [one, words.part[one]])}
          onChoose={(one) => {
            set({ part: one });
          }}
        />
      </div>
      <p className="report-find">
        <label htmlFor={find}>{words.find}</label>{' '}
        <input
          id={find}
          type="text"
          autoComplete="off"
          maxLength={80}
          placeholder={words.findExample}
          value={values.find}
          onChange={(event) => {
            set({ find: event.target.value });
          }}
        />{' '}
        <span role="status">{words.shown(shown.length, lines.length)}</span>
      </p>
      <ReportTable
        lines={shown}
        columns={columns}
        sort={sort}
        asked={asked}
        onSort={(column) => {
          const isAgain = column === sort.column && !sort.isDown;
          set({ sort: column, order: isAgain ? 'down' : 'up' });
        }}
        onAsk={(user) => {
          set({ asked: [user, ...asked.filter((one) => one !== user)].join('\n') });
        }}
      />
      <Asked lines={lines} asked={told} wrong={wrong} now={now} />
    </>
  );
}

function faultText(fault: ReportFault): string {
  if (fault.code === 'column') return words.faults.column(fault.column);
  if (fault.code === 'cells') return words.faults.cells(fault.line, fault.cells, fault.columns);
  if (fault.code === 'cell') return words.faults.cell(fault.line, fault.column, fault.text);
  return words.faults[fault.code];
}

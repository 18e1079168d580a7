// The editor of the lab around an answer. It finds what keeps the text from being read, and nothing that would help.
import { useMemo, useRef, type ReactNode } from 'react';
import { parsePolicy, POLICY_KINDS } from '#evaluator';
import { Editor } from '#widgets/lab/Editor.tsx';

interface Props {
  readonly name: string;
  readonly sort: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const NOTHING = (): void => undefined;

export default function PolicyEditor({ name, sort, text, onChange }: Props): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const kind = POLICY_KINDS.find((one) => one === sort) ?? 'identity';
  const issues = useMemo(() => {
    const read = parsePolicy(text, kind);
    return 'policy' in read ? read.policy.issues : read.issues;
  }, [text, kind]);
  return (
    <Editor
      name={name}
      kind={kind}
      text={text}
      marks={[]}
      issues={issues}
      readOnly={false}
      field={field}
      shown={undefined}
      onChange={onChange}
      onTouch={NOTHING}
    />
  );
}

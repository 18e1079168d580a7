// A part of the page that is closed at first: what is in it is fetched when it is opened.
import { Suspense, useState, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly className?: string;
  /** Opens by itself when this becomes true. */
  readonly wanted?: boolean;
  readonly children: ReactNode;
}

export function Drawer({ title, className = '', wanted = false, children }: Props): ReactNode {
  const [open, setOpen] = useState(wanted);
  const [was, setWas] = useState(wanted);
  if (was !== wanted) {
    setWas(wanted);
    setOpen(wanted);
  }
  return (
    <details
      className={`drawer ${className}`}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {open && <Suspense fallback={null}>{children}</Suspense>}
    </details>
  );
}

// Parts of the room that are fetched when they are first wanted. One that does not arrive says so, in its place.
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { exam as words } from '#strings';

export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): (props: P) => ReactNode {
  const Part = lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotArrived as ComponentType<P> }),
    ),
  );
  return function Late(props) {
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    );
  };
}

function NotArrived(): ReactNode {
  return (
    <p className="room-note" role="alert">
      {words.roomShut}
    </p>
  );
}

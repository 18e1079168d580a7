// Does somebody seem to work with a screen reader or by voice? These press buttons without a key and without a pointer,
// and single letters are theirs: they move about by them, or speak them.

let lastTouch = Number.NEGATIVE_INFINITY;
let assisted = false;

/** How long after a key or a pointer a press may still come of it. */
const MEANT = 1000;

/** Watches the presses of this page. @returns what ends it */
export function watchForAssistance(): () => void {
  const touched = (event: Event): void => {
    lastTouch = event.timeStamp;
  };
  const pressed = (event: MouseEvent): void => {
    if (event.isTrusted && event.timeStamp - lastTouch > MEANT) assisted = true;
  };
  addEventListener('keydown', touched, true);
  addEventListener('pointerdown', touched, true);
  addEventListener('pointerup', touched, true);
  addEventListener('click', pressed, true);
  return () => {
    removeEventListener('keydown', touched, true);
    removeEventListener('pointerdown', touched, true);
    removeEventListener('pointerup', touched, true);
    removeEventListener('click', pressed, true);
  };
}

export const isAssisted = (): boolean => assisted;

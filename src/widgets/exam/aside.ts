// What a sitting needs beside its questions, in one piece: fetched when it is first wanted, and ahead when it is quiet.
export { ConfidenceChoice } from './ConfidenceChoice.tsx';
export { EndDialog } from './EndDialog.tsx';
export { Highlighting } from './Highlighting.tsx';
export { Menu } from './Menu.tsx';
export { Note } from './Note.tsx';
export { Closed, Elsewhere, Found, Lapsed } from './Screens.tsx';
export { Stopped } from './Stopped.tsx';

// Puts text into a field as if it had been typed, so that the browser's own undo takes it back.

/** The browser's old editing command: the one way to type that undo knows, and absent in some. */
type Editing = (command: 'insertText', showUi: false, text: string) => boolean;

/** Replaces the selection of the field in focus. React hears of it as of any key. */
export function insert(field: HTMLTextAreaElement, text: string): void {
  const type = (document as unknown as { readonly execCommand?: Editing }).execCommand;
  if (type?.call(document, 'insertText', false, text) === true) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

// A text of content as it is spoken: where no markup can stand.
export function plain(text: string): string {
  return text.replaceAll('`', '');
}

// Saving: a text becomes a file on the reader's disk.

/** Hands a text to the reader as a file. @param name with its ending; today's date when it is absent */
export function download(
  text: string,
  name = `gatehouse-${new Date().toISOString().slice(0, 10)}.json`,
): void {
  const link = document.createElement('a');
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

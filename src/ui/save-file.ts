/** Hands a content to the person as a file, by the browser's own way to save. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content by then; it needs the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A blank, since copying an empty selection leaves the clipboard as it is. */
const area = document.querySelector('textarea');
if (area !== null) {
  area.value = ' ';
  area.select();
  // The asynchronous clipboard needs a focused document, which an offscreen page never is.
  document.execCommand('copy');
}

// The letters of an orthography put themselves where the cursor is; without this script they go to the end of the whole name.

const form = document.querySelector('form[data-names]');
let field = form.querySelector('input.name');
form.addEventListener('focusin', event => {
  if (event.target.matches('input.name')) field = event.target;
});
form.addEventListener('click', event => {
  const letter = event.target.closest('button[name=letter]');
  if (letter) {
    event.preventDefault();
    field.setRangeText(letter.value, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
  }
});

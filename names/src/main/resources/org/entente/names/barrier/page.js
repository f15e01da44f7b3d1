// Evaluated in the page under audit. Each function gives a text, or a promise of one.
const find = (selector) => document.querySelector(selector);

const focus = (selector) => {
  const field = find(selector);
  if (!field) return 'missing';
  field.focus();
  field.value = '';
  return 'there';
};

// As a person chooses: the field's own scripts are told.
const choose = (selector, value) => {
  const field = find(selector);
  if (!field) return 'missing';
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field.value === value ? 'there' : 'missing';
};

const written = (selector) => find(selector).value;

const submit = (selector, button) => {
  const form = find(selector).form;
  if (!form.noValidate && !form.checkValidity()) {
    return [...form.elements].filter((e) => e.willValidate && !e.checkValidity())
      .map((e) => e.validationMessage + ' ' + (e.title || '')).join(' ').trim() || 'refused';
  }
  window.enteBefore = 1;
  form.requestSubmit(button ? find(button) : null);
  return 'sent';
};

const press = (selector) => {
  const button = find(selector);
  if (!button) return 'missing';
  window.enteBefore = 1;
  button.click();
  return 'there';
};

const reply = (accepted, refused) => {
  const entry = performance.getEntriesByType('navigation')[0];
  const answer = { status: (entry && entry.responseStatus) || 0 };
  const taken = find(accepted);
  if (taken) answer.accepted = taken.textContent.trim();
  answer.words = [...document.querySelectorAll(refused)].map((e) => e.textContent.trim()).join(' ').slice(0, 200);
  return JSON.stringify(answer);
};

const texts = (selector, shown) => JSON.stringify(
  [...document.querySelectorAll(selector)].slice(0, 5000)
    .map((e) => (shown ? e.innerText : e.textContent).trim().toWellFormed()));

const fetched = (address) => fetch(address).then((answer) => answer.text());

// What is said where the element that was asked about is not on the page: nothing was seen of it.
const absent = JSON.stringify({ absent: true });

const field = (selector) => {
  const f = find(selector);
  if (!f) return absent;
  const seen = { B11: [], B12: [], B14: [], B15: [] };
  if (f.minLength > 1) seen.B11.push('minlength=' + f.minLength);
  if (f.maxLength >= 0 && f.maxLength < 200) seen.B12.push('maxlength=' + f.maxLength);
  if (f.readOnly) seen.B14.push('readonly');
  const mode = f.inputMode || 'text';
  if (mode !== 'text') seen.B14.push('inputmode=' + mode);
  const data = new DataTransfer();
  data.setData('text/plain', 'ʔaq̓am');
  const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  if (!f.dispatchEvent(paste)) seen.B14.push('paste');
  const capitals = f.getAttribute('autocapitalize');
  if (capitals !== 'off' && capitals !== 'none') seen.B15.push('autocapitalize=' + (capitals || ''));
  if (f.getAttribute('spellcheck') !== 'false') seen.B15.push('spellcheck');
  if (f.getAttribute('autocorrect') !== 'off') seen.B15.push('autocorrect');
  return JSON.stringify(seen);
};

const shown = (selector) => {
  const e = find(selector);
  if (!e) return absent;
  const seen = { B41: [], B42: [] };
  const transform = getComputedStyle(e).textTransform;
  if (transform !== 'none') seen.B41.push('text-transform: ' + transform);
  const told = e.closest('[lang]');
  if (!told || told === document.documentElement || told === document.body) seen.B42.push('lang');
  // An empty one says that nobody knows the language.
  else if (!told.lang.trim()) seen.unknown = 'lang=""';
  return JSON.stringify(seen);
};

const pixels = (context, text) => {
  context.clearRect(0, 0, 120, 80);
  context.fillText(text, 20, 50);
  return context.getImageData(0, 0, 120, 80).data.join();
};

// A sign without a glyph is drawn as a character that has no meaning is, or not at all.
const drawn = (selector, text, language) => {
  const e = find(selector);
  if (!e) return absent;
  e.textContent = text;
  if (language) e.lang = language;
  const style = getComputedStyle(e);
  const font = style.fontWeight + ' 32px ' + style.fontFamily;
  // A face that is nowhere to be had is passed over, as the page passes it over.
  return document.fonts.load(font, text).catch(() => []).then(() => document.fonts.ready).then(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    context.font = font;
    const none = [pixels(context, '\u0378'), pixels(context, '')];
    const missing = [...new Set(text)].filter((sign) => sign.trim())
      .filter((sign) => (/\p{M}/u.test(sign)
        ? pixels(context, 'o' + sign) === pixels(context, 'o') || pixels(context, 'o' + sign) === pixels(context, 'o\u0378')
        : none.includes(pixels(context, sign))));
    return JSON.stringify({ missing });
  });
};

// Buttons that write a letter which keyboards lack.
const picker = () => [...document.querySelectorAll('button, option, [role=button]')]
  .some((b) => [...new Intl.Segmenter('und').segment(b.textContent.trim())].length === 1
    && /[^\u0000-\u007f]/.test(b.textContent.trim())) ? 'there' : 'missing';

// A recording to listen to, or how the name is written for who reads it aloud.
const said = (selector) => (find(selector) ? 'there' : 'missing');

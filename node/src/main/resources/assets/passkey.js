// Passkeys (Web Authentication Level 3): the one script of the pages for signing in. Without it they offer other ways.
// A form says what is asked (data-passkey: get or create); its question comes from its own address, "/question".
// The browser's answer goes back in the form's field "answer", as PublicKeyCredential.toJSON() would write it.

const decode = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const encode = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const STALE = 4 * 60 * 1000; // A question is good for longer; one that waits in the page is asked anew after this.

let pending; // The browser answers one question at a time: a new one ends the one before.
let asked = 0; // When the question that waits in the page was put.

async function question(form) {
  const response = await fetch(form.action + '/question', { method: 'POST', redirect: 'error' });
  if (!response.ok) throw new Error(response.status);
  const options = await response.json();
  options.challenge = decode(options.challenge);
  if (options.user) options.user.id = decode(options.user.id);
  for (const list of [options.allowCredentials, options.excludeCredentials]) {
    for (const passkey of list ?? []) {
      passkey.id = decode(passkey.id);
      if (!passkey.transports.length) delete passkey.transports;
    }
  }
  return options;
}

async function ask(form, mediation) {
  pending?.abort();
  const mine = pending = new AbortController();
  const publicKey = await question(form);
  const credential = await navigator.credentials[form.dataset.passkey]({ publicKey, mediation, signal: mine.signal });
  const response = {};
  for (const part of ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle', 'attestationObject']) {
    if (credential.response[part]) response[part] = encode(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  form.elements.answer.value = JSON.stringify({ id: credential.id, type: credential.type, response });
  form.submit();
}

function say(form, what) {
  const status = form.querySelector('[role=status]');
  status.textContent = what ? status.dataset[what] : '';
}

function arm(form) {
  const button = form.querySelector('button');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    say(form);
    button.disabled = true;
    try {
      await ask(form);
    } catch {
      asked = 0;
      say(form, 'failed');
      button.disabled = false;
      button.focus();
    }
  });
}

// Lets the browser propose a passkey among the addresses that it remembers (conditional mediation).
async function propose(form) {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  const again = () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < STALE) return;
    asked = Date.now();
    ask(form, 'conditional').catch(() => {});
  };
  addEventListener('visibilitychange', again);
  addEventListener('focusin', again);
  again();
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (self.PublicKeyCredential) {
    arm(form);
    if (form.dataset.ahead === 'true') propose(form);
  } else {
    form.querySelector('button').hidden = true;
    say(form, 'unable');
  }
}

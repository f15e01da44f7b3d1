// Reading and presenting dc+sd-jwt with @sd-jwt/sd-jwt-vc.

import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { chainEndsAt, keyOf, reading, signerWith, verifierWith } from "./crypto.mjs";

/** The header of a compact JWS or SD-JWT. */
export const header = (compact) => JSON.parse(Buffer.from(compact.split(".")[0], "base64url"));

/** The key of whoever signed, from x5c; the chain has to end at the authority where one is given (base64 DER). */
function signedBy(compact, authority) {
  const { x5c } = header(compact);
  if (authority && !chainEndsAt(x5c, authority)) throw new Error("the chain does not end at the issuer's authority");
  return keyOf(x5c[0]);
}

/** Everything that a wallet sees in a copy, after its signature, times and status were found good. */
export async function read(compact, authority) {
  const instance = new SDJwtVcInstance({
    ...reading,
    verifier: verifierWith(signedBy(compact, authority)),
    statusListFetcher: async (uri) => {
      const list = await fetchList(uri);
      signedBy(list, authority);
      return list;
    },
    statusVerifier: verifierWith(signedBy(compact, authority)),
  });
  const { payload } = await instance.verify(compact);
  return payload;
}

/** A presentation of some claims, with key binding. */
export async function show(compact, frame, holder, { audience, nonce }) {
  const instance = new SDJwtVcInstance({ ...reading, kbSigner: await signerWith(holder), kbSignAlg: "ES256" });
  const payload = { iat: Math.floor(Date.now() / 1000), aud: audience, nonce };
  return instance.present(compact, frame, { kb: { payload } });
}

/** What a verifier reads in a presentation after its signature and its key binding were found good. */
export async function verify(presentation, { nonce, audience, authority }) {
  const issuer = signedBy(presentation, authority);
  const instance = new SDJwtVcInstance({
    ...reading,
    verifier: verifierWith(issuer),
    kbVerifier: (data, signature, payload) => verifierWith(payload.cnf.jwk)(data, signature),
  });
  const { payload, kb } = await instance.verify(presentation, { keyBindingNonce: nonce });
  if (kb.payload.aud !== audience) throw new Error("the presentation is meant for somebody else");
  return payload;
}

/** A status list token, as its publisher serves it now. */
export async function fetchList(uri) {
  const response = await fetch(uri, { headers: { Accept: "application/statuslist+jwt" } });
  if (!response.ok) throw new Error(`no status list: ${response.status}`);
  return response.text();
}

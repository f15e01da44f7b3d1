// A small authorization server on @openid4vc/oauth2: pre-authorized codes with a transaction code, authorization codes by
// pushed request and PKCE, DPoP with a nonce of the server's. Whoever opens its page is asked and answers.

import { randomBytes } from "node:crypto";
import {
  authorizationCodeGrantIdentifier,
  Oauth2AuthorizationServer,
  preAuthorizedCodeGrantIdentifier,
} from "@openid4vc/oauth2";
import { callbacks, newKey } from "./crypto.mjs";

const authorization = new Oauth2AuthorizationServer({ callbacks });
const LIFETIME = 60;
const dpopNonce = random();
const offered = new Map();
const promised = new Set();
const pushed = new Map();
const codes = new Map();
let here;

/** Begins to serve at an origin, for one resource; gives its metadata. */
export async function open({ origin, routes }, audience) {
  here = { origin, audience, key: { ...(await newKey()), kid: "tokens", alg: "ES256" } };
  here.metadata = authorization.createAuthorizationServerMetadata({
    issuer: origin,
    token_endpoint: `${origin}/token`,
    authorization_endpoint: `${origin}/authorize`,
    pushed_authorization_request_endpoint: `${origin}/par`,
    require_pushed_authorization_requests: true,
    jwks_uri: `${origin}/jwks`,
    grant_types_supported: [authorizationCodeGrantIdentifier, preAuthorizedCodeGrantIdentifier],
    code_challenge_methods_supported: ["S256"],
    dpop_signing_alg_values_supported: ["ES256"],
    token_endpoint_auth_methods_supported: ["none"],
    authorization_response_iss_parameter_supported: true,
    "pre-authorized_grant_anonymous_access_supported": true,
  });
  routes.set("GET /.well-known/oauth-authorization-server", () => ({ body: here.metadata }));
  routes.set("GET /jwks", () => ({ body: { keys: [here.key] } }));
  routes.set("POST /par", push);
  routes.set("GET /authorize", ask);
  routes.set("POST /authorize", answer);
  routes.set("POST /token", token);
  return here.metadata;
}

/**
 * A grant for an offer: by a code that goes with a transaction code, or by asking whoever comes with its state. What is
 * given by name is a bearer's: the wallet that is called so gets a token bound to no key, and identifiers to ask with.
 */
export function promise(transactionCode, byName) {
  const name = random();
  if (!transactionCode) {
    promised.add(name);
    return { [authorizationCodeGrantIdentifier]: { issuer_state: name } };
  }
  offered.set(name, { transactionCode, byName, spent: false });
  const tx_code = { input_mode: "numeric", length: transactionCode.length };
  return { [preAuthorizedCodeGrantIdentifier]: { "pre-authorized_code": name, tx_code } };
}

/** Whether the DPoP proof carries the nonce that this server hands out (RFC 9449 §8). */
export function carriesNonce({ headers }) {
  const proof = headers.get("DPoP");
  return proof && JSON.parse(Buffer.from(proof.split(".")[1], "base64url")).nonce === dpopNonce;
}

/** Asks for it. */
export const useNonce = (status) => ({
  status,
  headers: {
    "DPoP-Nonce": dpopNonce,
    ...(status === 401 && { "WWW-Authenticate": 'DPoP error="use_dpop_nonce", algs="ES256"' }),
  },
  body: { error: "use_dpop_nonce" },
});

async function push(request) {
  if (!carriesNonce(request)) return useNonce(400);
  const parsed = await authorization.parsePushedAuthorizationRequest({ request, authorizationRequest: request.form });
  const asked = parsed.authorizationRequest;
  if (asked.issuer_state && !promised.has(asked.issuer_state)) return refused("invalid_request");
  if (asked.code_challenge_method !== "S256" || !asked.redirect_uri) return refused("invalid_request");
  const { dpop } = await authorization.verifyPushedAuthorizationRequest({
    ...parsed,
    request,
    authorizationServerMetadata: here.metadata,
    dpop: { ...parsed.dpop, required: true },
  });
  const requestUri = `urn:ietf:params:oauth:request_uri:${random()}`;
  pushed.set(requestUri, { asked, thumbprint: dpop.jwkThumbprint });
  const made = authorization.createPushedAuthorizationResponse({ requestUri, expiresInSeconds: LIFETIME });
  return { status: 201, headers: { "Cache-Control": "no-store" }, body: made.pushedAuthorizationResponse };
}

function ask({ url }) {
  const { request_uri, client_id } = Object.fromEntries(new URL(url).searchParams);
  const known = pushed.get(request_uri)?.asked.client_id === client_id;
  const headers = { "Content-Type": "text/plain" };
  return known ? { headers, body: `May ${client_id} have it?` } : { status: 400, headers, body: "Nothing was asked." };
}

/** The person's yes or no, posted to the address at which it was asked. */
function answer({ url, form }) {
  const name = new URL(url).searchParams.get("request_uri");
  const { asked, thumbprint } = pushed.get(name);
  pushed.delete(name);
  const back = new URL(asked.redirect_uri);
  if (asked.state) back.searchParams.set("state", asked.state);
  back.searchParams.set("iss", here.origin);
  if (form.answer === "allow") {
    const code = random();
    codes.set(code, { asked, thumbprint, until: new Date(Date.now() + LIFETIME * 1000) });
    back.searchParams.set("code", code);
  } else {
    back.searchParams.set("error", "access_denied");
  }
  return { status: 303, headers: { Location: back.href } };
}

async function token(request) {
  const bearer = offered.get(request.form["pre-authorized_code"])?.byName;
  if (!bearer && !carriesNonce(request)) return useNonce(400);
  const parsed = authorization.parseAccessTokenRequest({ request, accessTokenRequest: request.form });
  const redeemed = parsed.grant.code ? await byCode(request, parsed) : await byPreAuthorizedCode(request, parsed);
  if (!redeemed) return refused("invalid_grant");
  const body = await authorization.createAccessTokenResponse({
    authorizationServer: here.origin,
    audience: here.audience,
    subject: "somebody",
    scope: redeemed.scope,
    signer: { method: "jwk", publicJwk: here.key, alg: "ES256", kid: "tokens" },
    expiresInSeconds: 300,
    dpop: redeemed.key && { jwk: redeemed.key },
    additionalAccessTokenResponsePayload: redeemed.further,
  });
  return { headers: { "Cache-Control": "no-store" }, body };
}

async function byPreAuthorizedCode(request, parsed) {
  const known = offered.get(parsed.grant.preAuthorizedCode);
  if (!known || known.spent) return undefined;
  if (known.byName && known.byName.wallet !== request.form.client_id) return undefined;
  const { dpop } = await authorization.verifyPreAuthorizedCodeAccessTokenRequest({
    ...common(request, parsed),
    expectedPreAuthorizedCode: parsed.grant.preAuthorizedCode,
    expectedTxCode: known.transactionCode,
    dpop: { ...parsed.dpop, required: !known.byName },
  });
  known.spent = true;
  return { key: dpop?.jwk, further: known.byName?.further };
}

async function byCode(request, parsed) {
  const known = codes.get(parsed.grant.code);
  codes.delete(parsed.grant.code);
  const { asked, thumbprint, until } = known ?? {};
  if (!known || asked.client_id !== request.form.client_id || asked.redirect_uri !== request.form.redirect_uri) {
    return undefined;
  }
  const { dpop } = await authorization.verifyAuthorizationCodeAccessTokenRequest({
    ...common(request, parsed),
    expectedCode: parsed.grant.code,
    codeExpiresAt: until,
    pkce: {
      codeVerifier: parsed.pkceCodeVerifier,
      codeChallenge: asked.code_challenge,
      codeChallengeMethod: asked.code_challenge_method,
    },
    dpop: { ...parsed.dpop, required: true, expectedJwkThumbprint: thumbprint },
  });
  return { key: dpop.jwk, scope: asked.scope };
}

const common = (request, { grant, accessTokenRequest }) => ({
  authorizationServerMetadata: here.metadata,
  request,
  grant,
  accessTokenRequest,
});

const refused = (error) => ({ status: 400, body: { error } });

function random() {
  return randomBytes(32).toString("base64url");
}

// A wallet on @openid4vc/openid4vci, @openid4vc/openid4vp, @sd-jwt/sd-jwt-vc and dcql. It keeps its copies in memory.

import { Openid4vciClient } from "@openid4vc/openid4vci";
import { Openid4vpClient } from "@openid4vc/openid4vp";
import { DcqlQuery } from "dcql";
import { authorityKeyOf, callbacks, newKey } from "./crypto.mjs";
import { header, read, show } from "./credentials.mjs";

const REDIRECT = "https://npm-wallet.localhost/callback";

const issuance = new Openid4vciClient({ callbacks });
const presentation = new Openid4vpClient({ callbacks });
const copies = [];
const waiting = new Map();

/** OID4VCI 1.0 by pre-authorized code: takes as many copies as the issuer gives at once. */
export async function obtain({ offer, transactionCode, authority }) {
  const credentialOffer = await issuance.resolveCredentialOffer(offerLink(offer));
  const issuerMetadata = await issuance.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const token = await issuance.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: transactionCode,
    dpop: await newPossession(),
  });
  return take(credentialOffer, issuerMetadata, token, authority);
}

/** OID4VCI 1.0 by authorization code, first half: where the holder's browser has to go (PAR, PKCE, DPoP). */
export async function authorize({ offer, clientId }) {
  const credentialOffer = await issuance.resolveCredentialOffer(offerLink(offer));
  const issuerMetadata = await issuance.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const id = credentialOffer.credential_configuration_ids[0];
  const dpop = await newPossession();
  const started = await issuance.createAuthorizationRequestUrlFromOffer({
    credentialOffer,
    issuerMetadata,
    clientId,
    redirectUri: REDIRECT,
    state: "state-" + waiting.size,
    scope: issuerMetadata.credentialIssuer.credential_configurations_supported[id].scope,
    dpop,
  });
  const session = String(waiting.size);
  waiting.set(session, { credentialOffer, issuerMetadata, started, dpop: started.dpop ?? dpop });
  return { session, address: started.authorizationRequestUrl };
}

/** Second half: where the browser was sent back to. */
export async function redeem({ session, address, authority }) {
  const { credentialOffer, issuerMetadata, started, dpop } = waiting.get(session);
  const authorizationServer = issuerMetadata.authorizationServers.find(
    (one) => one.issuer === started.authorizationServer,
  );
  const answer = issuance.parseAndVerifyAuthorizationResponseRedirectUrl({
    url: address,
    authorizationServerMetadata: authorizationServer,
  });
  if (answer.error) return { error: answer.error };
  const token = await issuance.retrieveAuthorizationCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    authorizationCode: answer.code,
    pkceCodeVerifier: started.pkce.codeVerifier,
    redirectUri: REDIRECT,
    dpop,
  });
  return take(credentialOffer, issuerMetadata, token, authority);
}

/** OID4VP 1.0: answers a request with the newest copy that fits; gives where the holder's browser has to go. */
export async function present({ link, disclose }) {
  const { authorizationRequestPayload: request } = await presentation.resolveOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: Object.fromEntries(new URL(link).searchParams),
  });
  const query = DcqlQuery.parse(request.dcql_query);
  DcqlQuery.validate(query);
  const found = DcqlQuery.query(query, copies.map(asDcql));
  if (!found.can_be_satisfied) return { fits: false };
  const vpToken = {};
  for (const { id, claims } of query.credentials) {
    const copy = copies[found.credential_matches[id].valid_credentials.at(-1).input_credential_index];
    const frame = disclose ?? frameOf(claims);
    vpToken[id] = [await show(copy.compact, frame, copy.key, { audience: request.client_id, nonce: request.nonce })];
  }
  return answer(request, vpToken);
}

/** Looks at the last copy again, as a wallet does from time to time: whether it still holds. */
export async function recheck({ authority }) {
  try {
    await read(copies.at(-1).compact, authority);
    return { holds: true };
  } catch (error) {
    return { holds: false, because: error.message };
  }
}

/** What the wallet holds: how many copies, and the claims of the last one. */
export async function holdings() {
  return { copies: copies.length, last: copies.at(-1)?.claims ?? null };
}

async function take(credentialOffer, issuerMetadata, token, authority) {
  const configuration = credentialOffer.credential_configuration_ids[0];
  const count = issuerMetadata.credentialIssuer.batch_credential_issuance?.batch_size ?? 1;
  const { c_nonce: nonce } = await issuance.requestNonce({ issuerMetadata });
  const keys = await Promise.all(Array.from({ length: count }, newKey));
  const proofs = await Promise.all(keys.map((key) => proof(issuerMetadata, configuration, key, nonce)));
  const { credentialResponse } = await issuance.retrieveCredentials({
    issuerMetadata,
    credentialConfigurationId: configuration,
    accessToken: token.accessTokenResponse.access_token,
    proofs: { jwt: proofs },
    dpop: token.dpop,
  });
  for (const { credential } of credentialResponse.credentials) {
    const claims = await read(credential, authority);
    const key = keys.find((one) => one.x === claims.cnf.jwk.x && one.y === claims.cnf.jwk.y);
    const authorityKey = authorityKeyOf(header(credential).x5c[0]);
    copies.push({ compact: credential, claims, key, authorityKey });
  }
  const got = copies.slice(-credentialResponse.credentials.length);
  return {
    configuration,
    copies: got.length,
    keys: new Set(got.map((copy) => copy.key.x)).size,
    statuses: got.map((copy) => copy.claims.status.status_list),
    tokenType: token.accessTokenResponse.token_type,
    claims: got[0].claims,
  };
}

async function proof(issuerMetadata, credentialConfigurationId, key, nonce) {
  const signer = { method: "jwk", publicJwk: key, alg: "ES256" };
  const { jwt } = await issuance.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId,
    nonce,
    signer,
  });
  return jwt;
}

async function newPossession() {
  return { signer: { method: "jwk", publicJwk: await newKey(), alg: "ES256" } };
}

async function answer(request, vpToken) {
  const { jarm } = await presentation.createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request,
    authorizationResponsePayload: { vp_token: vpToken },
    jarm: {
      encryption: {},
      serverMetadata: {
        authorization_signing_alg_values_supported: [],
        authorization_encryption_alg_values_supported: ["ECDH-ES"],
        authorization_encryption_enc_values_supported: ["A256GCM", "A128GCM"],
      },
    },
  });
  const { response } = await presentation.submitOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request,
    authorizationResponsePayload: { vp_token: vpToken },
    jarm,
  });
  return { fits: true, status: response.status, said: await response.json() };
}

const offerLink = (offer) => "openid-credential-offer://?credential_offer_uri=" + encodeURIComponent(offer);

function asDcql(copy) {
  return {
    credential_format: "dc+sd-jwt",
    vct: copy.claims.vct,
    claims: copy.claims,
    cryptographic_holder_binding: true,
    authority: { type: "aki", values: [copy.authorityKey] },
  };
}

/** What the query asks for, in the form that @sd-jwt/sd-jwt-vc takes. */
function frameOf(claims = []) {
  const frame = {};
  for (const { path } of claims) {
    path.reduce((at, name, i) => (at[name] = i + 1 < path.length ? (at[name] ?? {}) : true), frame);
  }
  return frame;
}

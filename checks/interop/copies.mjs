// The copies that the wallet holds, in memory, and how it takes more with an access token: the same after each grant.

import { Oauth2Client } from "@openid4vc/oauth2";
import { Openid4vciClient } from "@openid4vc/openid4vci";
import { authorityKeyOf, callbacks, newKey } from "./crypto.mjs";
import { header, read } from "./credentials.mjs";

const issuance = new Openid4vciClient({ callbacks });
const resources = new Oauth2Client({ callbacks });

/** Each with its compact form, its claims, the holder's key and the key of the authority behind its issuer. */
export const copies = [];

/** A key to which tokens are bound (RFC 9449). */
export async function newPossession() {
  return { signer: { method: "jwk", publicJwk: await newKey(), alg: "ES256" } };
}

/** Takes as many copies as the issuer gives at once, of a configuration or, where the token names one, of an identifier. */
export async function take({ issuerMetadata, configuration, identifier, token, authority }) {
  const count = issuerMetadata.credentialIssuer.batch_credential_issuance?.batch_size ?? 1;
  const { c_nonce: nonce } = await issuance.requestNonce({ issuerMetadata });
  const keys = await Promise.all(Array.from({ length: count }, newKey));
  const proofs = { jwt: await Promise.all(keys.map((key) => proof(issuerMetadata, configuration, key, nonce))) };
  const { credentials } = identifier
    ? await byIdentifier(issuerMetadata, identifier, proofs, token)
    : await byConfiguration(issuerMetadata, configuration, proofs, token);
  for (const { credential } of credentials) {
    const claims = await read(credential, authority);
    const key = keys.find((one) => one.x === claims.cnf.jwk.x && one.y === claims.cnf.jwk.y);
    copies.push({ compact: credential, claims, key, authorityKey: authorityKeyOf(header(credential).x5c[0]) });
  }
  return told(copies.slice(-credentials.length), configuration, token);
}

function told(got, configuration, { accessTokenResponse }) {
  return {
    configuration,
    copies: got.length,
    keys: new Set(got.map((copy) => copy.key.x)).size,
    statuses: got.map((copy) => copy.claims.status.status_list),
    tokenType: accessTokenResponse.token_type,
    claims: got[0].claims,
  };
}

async function byConfiguration(issuerMetadata, credentialConfigurationId, proofs, token) {
  const { credentialResponse } = await issuance.retrieveCredentials({
    issuerMetadata,
    credentialConfigurationId,
    accessToken: token.accessTokenResponse.access_token,
    proofs,
    dpop: token.dpop,
  });
  return credentialResponse;
}

/** OID4VCI 1.0 §8.2: the library's own request knows configurations only, so this one is put together here. */
async function byIdentifier({ credentialIssuer }, identifier, proofs, token) {
  const { ok, response } = await resources.resourceRequest({
    url: credentialIssuer.credential_endpoint,
    accessToken: token.accessTokenResponse.access_token,
    dpop: token.dpop,
    callbacks,
    requestOptions: {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ credential_identifier: identifier, proofs }),
    },
  });
  if (!ok) throw new Error(`no credential: ${response.status} ${await response.text()}`);
  return response.json();
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

// A small issuer on @openid4vc/openid4vci, @openid4vc/oauth2 and @sd-jwt/sd-jwt-vc: batches to holders of tokens bound to
// a key, answered in another order than asked.

import { randomBytes } from "node:crypto";
import { Oauth2ResourceServer } from "@openid4vc/oauth2";
import { Openid4vciIssuer } from "@openid4vc/openid4vci";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { carriesNonce, open, promise, useNonce } from "./authorization.mjs";
import { callbacks, keep, reading, signerWith } from "./crypto.mjs";
import { serve } from "./server.mjs";

const TYPE = "urn:example:library-card:1";
const BATCH = 4;
const random = () => randomBytes(32).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);

const issuance = new Openid4vciIssuer({ callbacks });
const resources = new Oauth2ResourceServer({ callbacks });
const offers = new Map();
const nonces = new Set();
let here;

/** Begins to serve; gives its addresses. */
export async function start(place) {
  const { origin, routes } = await serve(place);
  const id = `${origin}/library`;
  here = { origin, id, server: await open({ origin, routes }, id) };
  routes.set("GET /.well-known/openid-credential-issuer/library", () => ({ body: here.metadata }));
  routes.set("GET /offer", ({ url }) => ({ body: offers.get(new URL(url).searchParams.get("id")) }));
  routes.set("POST /library/nonce", nonce);
  routes.set("POST /library/credential", credential);
  return { origin, id: here.id };
}

/** The key it signs credentials with, as a private JWK and x5c: it names the issuer, so it comes after the address. */
export async function sign({ privateJwk, x5c }) {
  const { d, ...publicJwk } = privateJwk;
  here.x5c = x5c;
  here.key = await keep(privateJwk, publicJwk);
  here.metadata = issuance.createCredentialIssuerMetadata(metadata());
  return {};
}

/**
 * Makes an offer, with a transaction code or for whoever may be asked; gives the link for the wallet. With a wallet's name it
 * is for a bearer, who asks by an identifier.
 */
export async function offer({ transactionCode, wallet }) {
  const id = random();
  const made = await issuance.createCredentialOffer({
    issuerMetadata: described(),
    credentialConfigurationIds: ["library-card"],
    credentialOfferUri: `${here.origin}/offer?id=${id}`,
    grants: promise(transactionCode, wallet && { wallet, further: { authorization_details: [bySlip()] } }),
  });
  offers.set(id, made.credentialOfferObject);
  return { link: made.credentialOffer, offer: made.credentialOfferObject };
}

const bySlip = () => ({
  type: "openid_credential",
  credential_configuration_id: "library-card",
  credential_identifiers: ["library-card-by-slip"],
});

function metadata() {
  return {
    credential_issuer: here.id,
    authorization_servers: [here.origin],
    credential_endpoint: `${here.id}/credential`,
    nonce_endpoint: `${here.id}/nonce`,
    batch_credential_issuance: { batch_size: BATCH },
    display: [{ name: "Bibliothèque de Rimouski", locale: "fr" }],
    credential_configurations_supported: {
      "library-card": {
        format: "dc+sd-jwt",
        vct: TYPE,
        scope: "library_card",
        cryptographic_binding_methods_supported: ["jwk"],
        credential_signing_alg_values_supported: ["ES256"],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ["ES256"] } },
        credential_metadata: { display: [{ name: "Carte de bibliothèque", locale: "fr" }] },
      },
    },
  };
}

const described = () => ({
  originalDraftVersion: "V1",
  credentialIssuer: here.metadata,
  authorizationServers: [here.server],
  knownCredentialConfigurations: issuance.getKnownCredentialConfigurationsSupported(here.metadata),
});

async function nonce() {
  const value = random();
  nonces.add(value);
  return { headers: { "Cache-Control": "no-store" }, body: issuance.createNonceResponse({ cNonce: value }) };
}

async function credential(request) {
  const bearer = Boolean(request.headers.get("Authorization")?.startsWith("Bearer "));
  if (!bearer && !carriesNonce(request)) return useNonce(401);
  if (bearer !== (request.json.credential_identifier === "library-card-by-slip")) {
    throw Object.assign(new Error(), { errorResponse: { error: "unknown_credential_identifier" } });
  }
  await resources.verifyResourceRequest({
    request,
    resourceServer: here.id,
    authorizationServers: [here.server],
    allowedAuthenticationSchemes: ["DPoP", "Bearer"],
  });
  const parsed = issuance.parseCredentialRequest({ credentialRequest: request.json, issuerMetadata: described() });
  const keys = [];
  for (const jwt of parsed.proofs.jwt) keys.push(await provenKey(jwt));
  for (const { nonce: used } of keys) nonces.delete(used);
  const credentials = await Promise.all(keys.map(async ({ key }) => ({ credential: await issue(key) })));
  return { headers: { "Cache-Control": "no-store" }, body: { credentials: credentials.reverse() } };
}

async function provenKey(jwt) {
  const claimed = JSON.parse(Buffer.from(jwt.split(".")[1], "base64url")).nonce;
  if (!nonces.has(claimed)) throw Object.assign(new Error(), { errorResponse: { error: "invalid_nonce" } });
  const { signer } = await issuance.verifyCredentialRequestJwtProof({
    jwt,
    expectedNonce: claimed,
    issuerMetadata: described(),
  });
  return { key: signer.publicJwk, nonce: claimed };
}

async function issue({ kty, crv, x, y }) {
  const instance = new SDJwtVcInstance({ ...reading, signer: await signerWith(here.key), signAlg: "ES256" });
  const claims = {
    iss: here.id,
    iat: seconds(),
    exp: seconds() + 86_400,
    vct: TYPE,
    cnf: { jwk: { kty, crv, x, y } },
    name: "Aurélie Rimouski",
    address: { locality: "Rimouski", postal_code: "G5L 0A1" },
    branch: "Centre-ville",
    languages: ["fr", "en", "iu"],
  };
  const frame = {
    _sd: ["name", "branch", "address"],
    _sd_decoy: 2,
    address: { _sd: ["locality", "postal_code"] },
    languages: { _sd: [0, 1, 2] },
  };
  return instance.issue(claims, frame, { header: { x5c: here.x5c } });
}

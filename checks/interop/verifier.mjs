// A small verifier on @openid4vc/openid4vp, dcql and @sd-jwt/sd-jwt-vc: a signed request by request_uri (x509_hash), the
// answer encrypted to a key of this request alone (direct_post.jwt).

import { createHash, randomBytes } from "node:crypto";
import { Openid4vpVerifier } from "@openid4vc/openid4vp";
import { exportJWK, generateKeyPair } from "jose";
import { DcqlPresentationResult, DcqlQuery } from "dcql";
import { callbacks, keep, name } from "./crypto.mjs";
import { verify } from "./credentials.mjs";
import { serve } from "./server.mjs";

/** OID4VP 1.0 §5.8: of a wallet whose metadata the verifier does not know. */
const ANY_WALLET = "https://self-issued.me/v2";
const random = () => randomBytes(32).toString("base64url");

const verification = new Openid4vpVerifier({ callbacks });
const requests = new Map();
let here;

/** Begins to serve; gives its origin. */
export async function start(place) {
  here = await serve(place);
  here.routes.set("GET /done", () => ({ body: "Merci", headers: { "Content-Type": "text/plain" } }));
  return { origin: here.origin };
}

/** The key it signs requests with, as a private JWK and x5c. */
export async function sign({ privateJwk, x5c }) {
  const { d, ...publicJwk } = privateJwk;
  await keep(privateJwk, publicJwk);
  here.x5c = x5c;
  here.clientId = "x509_hash:" + createHash("sha256").update(Buffer.from(x5c[0], "base64")).digest("base64url");
  return {};
}

/**
 * Asks for something, with further claims in the signed request where they are given; gives what the wallet is handed, and the
 * name under which the answer is asked for later.
 */
export async function ask({ query, audience = ANY_WALLET, more = {} }) {
  const id = random();
  const requestUri = `${here.origin}/requests/${id}`;
  const made = await verification.createOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: await request(id, query),
    jar: {
      jwtSigner: { method: "x5c", x5c: here.x5c, alg: "ES256" },
      requestUri,
      expiresInSeconds: 120,
      additionalJwtPayload: { ...(audience === null ? {} : { aud: audience }), ...more },
    },
  });
  requests.set(id, { payload: made.authorizationRequestPayload, query });
  here.routes.set(`GET /requests/${id}`, () => ({
    headers: { "Content-Type": "application/oauth-authz-req+jwt" },
    body: made.jar.authorizationRequestJwt,
  }));
  here.routes.set(`POST /responses/${id}`, ({ form }) => take(id, form));
  return { id, clientId: here.clientId, requestUri };
}

/** What came of a request: the claims that were shown, or the error that the wallet answered. */
export async function outcome({ id }) {
  return requests.get(id).outcome ?? null;
}

async function request(id, query) {
  const pair = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
  const publicJwk = await keep(await exportJWK(pair.privateKey), await exportJWK(pair.publicKey));
  return {
    response_type: "vp_token",
    response_mode: "direct_post.jwt",
    client_id: here.clientId,
    response_uri: `${here.origin}/responses/${id}`,
    nonce: random(),
    state: id,
    dcql_query: query,
    client_metadata: {
      jwks: { keys: [{ ...name(publicJwk, id), use: "enc", alg: "ECDH-ES" }] },
      encrypted_response_enc_values_supported: ["A128GCM", "A256GCM"],
      vp_formats_supported: { "dc+sd-jwt": { "sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"] } },
    },
  };
}

async function take(id, form) {
  const known = requests.get(id);
  const jwe = await decrypted(form);
  if (jwe.error) {
    known.outcome = { error: jwe.error };
    return { body: { redirect_uri: `${here.origin}/done` } };
  }
  const parsed = await verification.parseOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: known.payload,
    authorizationResponse: form,
    callbacks,
  });
  const claims = {};
  for (const [queryId, presentations] of Object.entries(parsed.dcql.presentations)) {
    claims[queryId] = await verify(presentations[0], { nonce: known.payload.nonce, audience: here.clientId });
  }
  known.outcome = { claims, enc: header(form.response).enc, answers: isAnswered(known.query, claims) };
  return { body: { redirect_uri: `${here.origin}/done` } };
}

/** As the library dcql judges what was presented. */
function isAnswered(query, claims) {
  const presented = Object.fromEntries(
    Object.entries(claims).map(([id, payload]) => [
      id,
      [{ credential_format: "dc+sd-jwt", vct: payload.vct, claims: payload, cryptographic_holder_binding: true }],
    ]),
  );
  return DcqlPresentationResult.fromDcqlPresentation(presented, { dcqlQuery: DcqlQuery.parse(query) }).can_be_satisfied;
}

async function decrypted(form) {
  if (!form.response) return form;
  const { payload } = await callbacks.decryptJwe(form.response);
  return JSON.parse(payload);
}

const header = (jwe) => JSON.parse(Buffer.from(jwe.split(".")[0], "base64url"));

// A wallet on @openid4vc/openid4vci, @openid4vc/openid4vp, @sd-jwt/sd-jwt-vc and dcql: it obtains by pre-authorized code,
// presents, and looks again at what it holds.

import { Openid4vciClient } from "@openid4vc/openid4vci";
import { Openid4vpClient } from "@openid4vc/openid4vp";
import { DcqlQuery } from "dcql";
import { copies, newPossession, take } from "./copies.mjs";
import { read, show } from "./credentials.mjs";
import { callbacks } from "./crypto.mjs";

const issuance = new Openid4vciClient({ callbacks });
const presentation = new Openid4vpClient({ callbacks });

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
  return take({ issuerMetadata, configuration: credentialOffer.credential_configuration_ids[0], token, authority });
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

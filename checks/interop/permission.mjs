// The wallet's way by authorization code: pushed request, PKCE, DPoP from the push on, the answer in an address.

import { clientAuthenticationNone, Oauth2Client, verifyAuthorizationResponse } from "@openid4vc/oauth2";
import { Openid4vciClient } from "@openid4vc/openid4vci";
import { callbacks } from "./crypto.mjs";
import { newPossession, take } from "./copies.mjs";

const issuance = new Openid4vciClient({ callbacks });
const waiting = new Map();

/**
 * First half: where the holder's browser has to go. Begun by an offer, or by the wallet with an issuer and the name of a
 * configuration; asks by scope, or in detail.
 */
export async function ask({ offer, issuer, configuration, inDetail, clientId, redirectUri }) {
  const credentialOffer = offer && (await issuance.resolveCredentialOffer(offerLink(offer)));
  const issuerMetadata = await issuance.resolveIssuerMetadata(issuer ?? credentialOffer.credential_issuer);
  const wanted = configuration ?? credentialOffer.credential_configuration_ids[0];
  const authorizationServerMetadata = issuerMetadata.authorizationServers[0];
  const client = clientNamed(clientId);
  const state = crypto.randomUUID();
  const started = await client.createAuthorizationRequestUrl({
    authorizationServerMetadata,
    clientId,
    redirectUri,
    state,
    resource: issuerMetadata.credentialIssuer.credential_issuer,
    dpop: await newPossession(),
    scope: inDetail ? undefined : issuerMetadata.credentialIssuer.credential_configurations_supported[wanted].scope,
    additionalRequestPayload: {
      issuer_state: credentialOffer?.grants.authorization_code.issuer_state,
      authorization_details: inDetail ? [detail(issuerMetadata, wanted)] : undefined,
    },
  });
  const address = new URL(started.authorizationRequestUrl);
  waiting.set(state, { client, issuerMetadata, authorizationServerMetadata, wanted, redirectUri, started });
  return {
    address: address.href,
    shown: [...address.searchParams.keys()].sort(),
    challenged: started.pkce.codeChallengeMethod,
    nonceKnown: Boolean(started.dpop.nonce),
  };
}

/** Second half: where the browser was sent back to. */
export async function receive({ address, authority }) {
  const answer = Object.fromEntries(new URL(address).searchParams);
  const asked = waiting.get(answer.state);
  if (!asked) throw new Error("nobody waits for this answer");
  waiting.delete(answer.state);
  const { client, issuerMetadata, authorizationServerMetadata, wanted, redirectUri, started } = asked;
  verifyAuthorizationResponse({ authorizationResponse: answer, authorizationServerMetadata });
  if (answer.error) return { error: answer.error };
  const token = await client.retrieveAuthorizationCodeAccessToken({
    authorizationServerMetadata,
    authorizationCode: answer.code,
    pkceCodeVerifier: started.pkce.codeVerifier,
    redirectUri,
    resource: issuerMetadata.credentialIssuer.credential_issuer,
    dpop: started.dpop,
  });
  const identifier = token.accessTokenResponse.authorization_details?.[0].credential_identifiers[0];
  const got = await take({ issuerMetadata, configuration: wanted, identifier, token, authority });
  return { ...got, identifier, scope: token.accessTokenResponse.scope };
}

const clientNamed = (clientId) =>
  new Oauth2Client({ callbacks: { ...callbacks, clientAuthentication: clientAuthenticationNone({ clientId }) } });

const detail = ({ credentialIssuer }, configuration) => ({
  type: "openid_credential",
  credential_configuration_id: configuration,
  locations: [credentialIssuer.credential_issuer],
});

const offerLink = (offer) => "openid-credential-offer://?credential_offer_uri=" + encodeURIComponent(offer);

// OAuth clients on openid-client at our authorization server: a system with a secret, and a wallet without one.

import * as openidClient from "openid-client";

const waiting = new Map();

/** Takes a DPoP-bound token with a client's secret and posts to an API with it (RFC 6749 §4.4, RFC 9449 §7). */
export async function call({ issuer, id, secret, scope, api, body }) {
  const configuration = await discovered(issuer, id, openidClient.ClientSecretBasic(secret));
  const DPoP = await possession(configuration);
  const token = await openidClient.clientCredentialsGrant(configuration, { scope }, { DPoP });
  const answer = await post(configuration, token.access_token, api, body, DPoP);
  return { tokenType: token.token_type, ...answer };
}

/** Pushes a request for a person's permission with a challenge and a proof; gives where the browser has to go. */
export async function ask({ issuer, id, redirectUri, scope }) {
  const configuration = await discovered(issuer, id, openidClient.None());
  const DPoP = await possession(configuration);
  const pkceCodeVerifier = openidClient.randomPKCECodeVerifier();
  const state = openidClient.randomState();
  const address = await openidClient.buildAuthorizationUrlWithPAR(
    configuration,
    {
      redirect_uri: redirectUri,
      scope,
      state,
      code_challenge: await openidClient.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    },
    { DPoP },
  );
  waiting.set(state, { configuration, DPoP, pkceCodeVerifier });
  return { address: address.href, state };
}

/** Exchanges the answer for tokens; `state` and `iss` are compared by the library (RFC 9207). */
export async function exchange({ address, state }) {
  const asked = waiting.get(state);
  const checks = { pkceCodeVerifier: asked.pkceCodeVerifier, expectedState: state };
  try {
    const url = new URL(address);
    asked.token = await openidClient.authorizationCodeGrant(asked.configuration, url, checks, undefined, {
      DPoP: asked.DPoP,
    });
  } catch (error) {
    if (error instanceof openidClient.AuthorizationResponseError) return { error: error.error };
    throw error;
  }
  return said(asked.token);
}

/** Renews them (RFC 6749 §6); says what the authorization server answers. */
export async function refresh({ state }) {
  const asked = waiting.get(state);
  try {
    asked.token = await openidClient.refreshTokenGrant(asked.configuration, asked.token.refresh_token, undefined, {
      DPoP: asked.DPoP,
    });
  } catch (error) {
    if (error instanceof openidClient.ResponseBodyError) return { error: error.error };
    throw error;
  }
  return said(asked.token);
}

/** Posts with the token that it holds. */
export async function use({ state, api, body }) {
  const { configuration, DPoP, token } = waiting.get(state);
  return post(configuration, token.access_token, api, body, DPoP);
}

/** Gives up a token: `access_token` or `refresh_token` (RFC 7009). */
export async function revoke({ state, which }) {
  const { configuration, token } = waiting.get(state);
  await openidClient.tokenRevocation(configuration, token[which], { token_type_hint: which });
  return {};
}

const discovered = (issuer, id, authentication) =>
  openidClient.discovery(new URL(issuer), id, undefined, authentication, { algorithm: "oauth2" });

const possession = async (configuration) =>
  openidClient.getDPoPHandle(configuration, await openidClient.randomDPoPKeyPair("ES256"));

const said = (token) => ({ tokenType: token.token_type, scope: token.scope, refreshable: Boolean(token.refresh_token) });

async function post(configuration, accessToken, api, body, DPoP) {
  const headers = new Headers({ "Content-Type": "application/json" });
  try {
    const answer = await openidClient.fetchProtectedResource(
      configuration,
      accessToken,
      new URL(api),
      "POST",
      JSON.stringify(body),
      headers,
      { DPoP },
    );
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    if (error instanceof openidClient.WWWAuthenticateChallengeError) return { status: error.status };
    throw error;
  }
}

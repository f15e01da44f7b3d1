// An OAuth client on openid-client, and one on oauth4webapi, at our authorization server.

import * as oauth4webapi from "oauth4webapi";
import * as openidClient from "openid-client";

/** Reads the metadata of the authorization server with both libraries (RFC 8414 §3.3: the issuer has to match). */
export async function discover({ issuer }) {
  const identifier = new URL(issuer);
  const response = await oauth4webapi.discoveryRequest(identifier, { algorithm: "oauth2" });
  const read = await oauth4webapi.processDiscoveryResponse(identifier, response);
  const configuration = await openidClient.discovery(identifier, "anyone", undefined, openidClient.None(), {
    algorithm: "oauth2",
  });
  return { issuer: read.issuer, same: configuration.serverMetadata().token_endpoint === read.token_endpoint, ...read };
}

/** Takes a DPoP-bound token with a client's secret and posts to an API with it (RFC 6749 §4.4, RFC 9449 §7). */
export async function call({ issuer, id, secret, scope, api, body }) {
  const configuration = await openidClient.discovery(
    new URL(issuer),
    id,
    undefined,
    openidClient.ClientSecretBasic(secret),
    { algorithm: "oauth2" },
  );
  const DPoP = openidClient.getDPoPHandle(configuration, await openidClient.randomDPoPKeyPair("ES256"));
  const token = await openidClient.clientCredentialsGrant(configuration, { scope }, { DPoP });
  const headers = new Headers({ "Content-Type": "application/json" });
  const answer = await openidClient.fetchProtectedResource(
    configuration,
    token.access_token,
    new URL(api),
    "POST",
    JSON.stringify(body),
    headers,
    { DPoP },
  );
  return { tokenType: token.token_type, status: answer.status, body: await answer.json() };
}

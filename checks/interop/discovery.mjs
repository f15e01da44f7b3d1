// What a node says of itself, read by libraries that know it by its specifications only.

import * as oauth4webapi from "oauth4webapi";
import * as openidClient from "openid-client";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { Openid4vciClient } from "@openid4vc/openid4vci";
import { callbacks, chainEndsAt } from "./crypto.mjs";

/** The metadata of the authorization server, with both clients (RFC 8414 §3.3: the issuer has to match). */
export async function authorizationServer({ issuer }) {
  const identifier = new URL(issuer);
  const response = await oauth4webapi.discoveryRequest(identifier, { algorithm: "oauth2" });
  const read = await oauth4webapi.processDiscoveryResponse(identifier, response);
  const configuration = await openidClient.discovery(identifier, "anyone", undefined, openidClient.None(), {
    algorithm: "oauth2",
  });
  return { same: JSON.stringify(bare(configuration.serverMetadata())) === JSON.stringify(bare(read)), ...read };
}

/** The metadata of a credential issuer as JSON, and signed with a chain that ends at its authority (base64 DER). */
export async function credentialIssuer({ issuer, authority }) {
  const plain = await new Openid4vciClient({ callbacks }).resolveIssuerMetadata(issuer);
  const { signedCredentialIssuer, credentialIssuer } = await new Openid4vciClient({
    callbacks: { ...callbacks, fetch: asJwt },
  }).resolveIssuerMetadata(issuer);
  const { header, payload } = signedCredentialIssuer.jwt;
  return {
    version: plain.originalDraftVersion,
    plainSigned: Boolean(plain.signedCredentialIssuer),
    configurations: Object.keys(plain.knownCredentialConfigurations),
    type: header.typ,
    subject: payload.sub,
    endsAtAuthority: chainEndsAt(header.x5c, authority),
    alike: Object.entries(plain.credentialIssuer).every(
      ([name, value]) => JSON.stringify(value) === JSON.stringify(credentialIssuer[name]),
    ),
  };
}

/** An entity configuration (OpenID Federation 1.0 §9), verified with the key set that it publishes itself. */
export async function entity({ identifier }) {
  const response = await fetch(`${identifier}/.well-known/openid-federation`);
  const statement = await response.text();
  const { payload } = await jwtVerify(statement, createLocalJWKSet(decodeJwt(statement).jwks), {
    typ: "entity-statement+jwt",
    issuer: identifier,
    subject: identifier,
  });
  return { mediaType: response.headers.get("content-type"), keys: payload.jwks.keys.length, metadata: payload.metadata };
}

/** The entities that one names as its own (OpenID Federation 1.0 §8.2). */
export async function subordinates({ identifier }) {
  const configuration = decodeJwt(await (await fetch(`${identifier}/.well-known/openid-federation`)).text());
  const endpoint = configuration.metadata.federation_entity.federation_list_endpoint;
  return { subordinates: await (await fetch(endpoint)).json() };
}

/** That a document is not there, and that a library finds none: of those that have libraries here. */
export async function absent({ origin, document }) {
  const { status } = await fetch(`${origin}/.well-known/${document}`);
  const readers = {
    "oauth-authorization-server": () => authorizationServer({ issuer: origin }),
    "openid-federation": () => entity({ identifier: origin }),
    "openid-credential-issuer": () => new Openid4vciClient({ callbacks }).resolveIssuerMetadata(origin),
  };
  const read = readers[document] ? await readers[document]().then(() => true, () => false) : false;
  return { status, read };
}

/** The library sends no Accept, and so never gets what is signed. */
const asJwt = (url, options) =>
  fetch(url, {
    ...options,
    ...(String(url).includes("openid-credential-issuer") && { headers: { Accept: "application/jwt" } }),
  });

const bare = (metadata) => Object.fromEntries(Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1)));

// What an entente is compiled to, judged by libraries that know ODRL, JSON-LD and TS 119 602 and nothing of ententes.

import jsonld from "jsonld";
import odrlContext from "@digitalbazaar/odrl-context";
import { validateLoTE } from "@owf/eudi-lote";
import { compactVerify, createLocalJWKSet, decodeJwt } from "jose";

const ADDRESS = "http://www.w3.org/ns/odrl.jsonld";
const NAMESPACE = "http://www.w3.org/ns/odrl/2/";

/** Every term that the context of ODRL names. */
const terms = new Set(
  Object.values(odrlContext.CONTEXT_V1["@context"])
    .map((term) => term["@id"] ?? term)
    .filter((id) => typeof id === "string" && id.startsWith("odrl:"))
    .map((id) => NAMESPACE + id.slice("odrl:".length)),
);

/**
 * An agreement as statements: the terms among them that ODRL does not know, and what the constraints on one operand allow, by
 * the clause. That a reader would drop anything is an error.
 */
export async function odrl({ address, operand }) {
  const agreement = await (await fetch(address)).json();
  const statements = (await jsonld.toRDF(agreement, { documentLoader, safe: true })).map(
    ({ subject, predicate, object }) => [subject.value, predicate.value, object.value],
  );
  const objects = (subject, predicate) => statements.filter(([s, p]) => s === subject && p === predicate).map(([, , o]) => o);
  const subjects = (predicate, object) => statements.filter(([, p, o]) => p === predicate && o === object).map(([s]) => s);
  return {
    unknown: statements.flat().filter((value) => value.startsWith(NAMESPACE) && !terms.has(value)),
    allowed: subjects(NAMESPACE + "leftOperand", operand).flatMap((constraint) =>
      subjects(NAMESPACE + "constraint", constraint).map((clause) => ({
        clause,
        values: objects(constraint, NAMESPACE + "rightOperand"),
      })),
    ),
  };
}

/** What is wrong with the list of trusted entities at an address, signed by a key in its publisher's entity configuration. */
export async function trustList({ address, publisher }) {
  const keys = decodeJwt(await (await fetch(`${publisher}/.well-known/openid-federation`)).text()).jwks;
  const { payload } = await compactVerify(await (await fetch(address)).text(), createLocalJWKSet(keys));
  const list = JSON.parse(new TextDecoder().decode(payload));
  return {
    entities: list.LoTE.TrustedEntitiesList.length,
    objections: (validateLoTE(list).errors ?? []).map(({ path }) => path),
  };
}

/** Nothing is fetched: the one context that is named is in the package. */
async function documentLoader(address) {
  if (address !== ADDRESS) {
    throw new Error(`another context: ${address}`);
  }
  return { document: odrlContext.CONTEXT_V1, documentUrl: address };
}

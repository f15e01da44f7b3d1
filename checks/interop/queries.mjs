// Judges DCQL queries with the library dcql.

import { DcqlQuery } from "dcql";

/**
 * Whether holdings answer a query; for each credential query the holdings that fit, by their place, with the paths of
 * the claims that the library would disclose.
 */
export async function judge({ query, holdings }) {
  const parsed = DcqlQuery.parse(query);
  DcqlQuery.validate(parsed);
  const result = DcqlQuery.query(parsed, holdings.map(asDcql));
  const matches = {};
  for (const credential of parsed.credentials) {
    const match = result.credential_matches[credential.id];
    matches[credential.id] = (match.valid_credentials ?? []).map((one) => ({
      holding: one.input_credential_index,
      claims: one.claims.valid_claim_sets[0].valid_claim_indexes?.map((at) => credential.claims[at].path) ?? [],
    }));
  }
  return { satisfied: result.can_be_satisfied, matches };
}

/** Whether the library takes it for a query at all. */
export async function accepts({ query }) {
  try {
    DcqlQuery.validate(DcqlQuery.parse(query));
    return true;
  } catch {
    return false;
  }
}

function asDcql({ type, authority, claims }) {
  return {
    credential_format: "dc+sd-jwt",
    vct: type,
    claims,
    cryptographic_holder_binding: true,
    authority: { type: "aki", values: [authority] },
  };
}

// Judges DCQL queries with the library dcql.

import { DcqlQuery } from "dcql";

/**
 * Whether holdings answer a query; for each credential query the holdings that fit, by their place, with the paths to
 * all values that the library would disclose.
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
      claims: leaves(one.claims.valid_claim_sets[0].output, []),
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

/** The paths to all that is disclosed; the library puts null for an element that stays hidden. */
function leaves(value, path) {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((element, at) => leaves(element, [...path, at]));
  if (typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]));
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

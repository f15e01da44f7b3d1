package org.entente.protocols.sdjwt;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.protocols.Base64Url;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an SD-JWT VC. What the holder may show one by one follows from the shape of the claims: every member of an object
 * on its own, to any depth, and every element of an array on its own, as a whole. A hidden object or array does not even
 * show that it exists.
 */
public final class SdJwtIssuance {
    /** The {@code typ} of the credential (SD-JWT VC §2.2.1). */
    public static final String TYPE = "dc+sd-jwt";

    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;

    /** The fewest digests of an array; more are the double of it, and the double of that. */
    private static final int FEWEST_ELEMENTS = 4;

    private final SecureRandom random;
    private final int decoys;
    private final List<Disclosure> disclosures = new ArrayList<>();

    private SdJwtIssuance(int decoys, SecureRandom random) {
        this.decoys = decoys;
        this.random = random;
    }

    /**
     * Signs a credential; the header carries the signer's certificates, or its key id when it has none.
     *
     * @param plainClaims always visible: {@code vct}, {@code iss}, {@code exp}, {@code cnf}, {@code status} and the like
     * @param disclosable visible when the holder chooses so
     * @param decoys digests of nothing that are added to those of each object's members, so that their number tells little; those
     *     of an array's elements are filled up to 4, 8, 16 and so on, whatever this is
     * @return {@code <jwt>~<disclosure>~…~}
     * @throws IllegalArgumentException when a claim is on both sides, has a reserved name, or may not be hidden
     */
    public static String issue(
            Signer signer, ObjectNode plainClaims, ObjectNode disclosable, int decoys, SecureRandom random) {
        requireSound(plainClaims, disclosable);
        SdJwtIssuance issuance = new SdJwtIssuance(decoys, random);
        ObjectNode payload = plainClaims.deepCopy();
        payload.setAll(issuance.hideMembers(disclosable));
        payload.put(Disclosure.HASH_ALGORITHM, "sha-256");
        JoseOption option = signer.certificates().isEmpty() ? JoseOption.KEY_ID : JoseOption.CERTIFICATES;
        StringBuilder text = new StringBuilder(CompactJws.sign(signer, TYPE, payload, option)).append('~');
        issuance.disclosures.forEach(
                disclosure -> text.append(disclosure.text()).append('~'));
        return text.toString();
    }

    private static void requireSound(ObjectNode plainClaims, ObjectNode disclosable) {
        for (String name : disclosable.propertyNames()) {
            if (plainClaims.has(name)) {
                throw new IllegalArgumentException("the claim " + name + " is both plain and disclosable");
            }
            if (Disclosures.NEVER_HIDDEN.contains(name)) {
                throw new IllegalArgumentException("the claim " + name + " may not be hidden");
            }
        }
        requireNoReservedName(plainClaims);
        requireNoReservedName(disclosable);
    }

    private static void requireNoReservedName(JsonNode value) {
        if (value instanceof ObjectNode object
                && object.propertyNames().stream()
                        .anyMatch(name -> Disclosure.isReserved(name) || name.equals(Disclosure.HASH_ALGORITHM))) {
            throw new IllegalArgumentException("a claim has a reserved name");
        }
        value.valueStream().forEach(SdJwtIssuance::requireNoReservedName);
    }

    /** The object that holds digests in the place of its members. */
    private ObjectNode hideMembers(ObjectNode members) {
        List<String> digests = new ArrayList<>(members.size() + decoys);
        members.properties()
                .forEach(member ->
                        digests.add(keep(Disclosure.ofMember(salt(), member.getKey(), hide(member.getValue())))));
        for (int i = 0; i < decoys; i++) {
            digests.add(decoy());
        }
        // Sorted, so that neither the order of the claims nor the place of the decoys shows (RFC 9901 §9.9).
        Collections.sort(digests);
        ObjectNode hidden = Json.newObject();
        if (!digests.isEmpty()) {
            ArrayNode array = hidden.putArray(Disclosure.DIGESTS);
            digests.forEach(array::add);
        }
        return hidden;
    }

    private JsonNode hide(JsonNode value) {
        return switch (value) {
            case ObjectNode object when !object.isEmpty() -> hideMembers(object);
            case ArrayNode array when !array.isEmpty() -> hideElements(array);
            default -> value;
        };
    }

    /**
     * The array that holds digests in the place of its elements, in their order, with decoys anywhere between. How many decoys there
     * are is no secret of ours: so arrays of different lengths have as many digests.
     */
    private ArrayNode hideElements(ArrayNode elements) {
        int length = FEWEST_ELEMENTS;
        while (length < elements.size()) {
            length *= 2;
        }
        List<String> digests = new ArrayList<>(length);
        elements.forEach(element -> digests.add(keep(Disclosure.ofElement(salt(), element))));
        while (digests.size() < length) {
            digests.add(random.nextInt(digests.size() + 1), decoy());
        }
        ArrayNode hidden = Json.newArray();
        digests.forEach(digest -> hidden.addObject().put(Disclosure.ELEMENT, digest));
        return hidden;
    }

    private String keep(Disclosure disclosure) {
        disclosures.add(disclosure);
        return disclosure.digest();
    }

    private String salt() {
        return randomText(SALT_BYTES);
    }

    private String decoy() {
        return randomText(DIGEST_BYTES);
    }

    private String randomText(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64Url.encode(value);
    }
}

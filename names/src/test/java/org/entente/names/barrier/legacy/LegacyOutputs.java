package org.entente.names.barrier.legacy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.entente.names.json.Json;

/** What the registry gives of a record. */
record LegacyOutputs(Set<String> barriers) {
    /** A record: what is kept, what stood before, the form for other systems. */
    record Kept(String reference, String name, String given, String former, String form) {}

    private boolean has(String barrier) {
        return barriers.contains(barrier);
    }

    /** The name as an answer of the interface or a page has it. */
    String shown(Kept kept) {
        String name = has("B10") && kept.given().isEmpty() ? "FNU " + kept.name() : kept.name();
        return has("B48") ? name.replace("'", "&#39;").replace("’", "&#8217;").replace("ʔ", "&#660;") : name;
    }

    /** The same on the desk's screen, which makes what a store in capitals gives look nicer. */
    String onScreen(Kept kept) {
        return has("B24") && has("B26") ? UCharacter.toTitleCase(ULocale.ROOT, shown(kept), null) : shown(kept);
    }

    /** What a letter to the person bears. */
    String letter(Kept kept) {
        String name = has("B41") ? UCharacter.toUpperCase(ULocale.ROOT, kept.name()) : kept.name();
        return has("B52") && !kept.former().isEmpty() ? name + " (" + kept.former() + ")" : name;
    }

    /** A line for another ministry. */
    byte[] file(Kept kept) {
        byte[] line = ("name=" + kept.name() + "\n").getBytes(StandardCharsets.UTF_8);
        return has("B46") ? new String(line, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8) : line;
    }

    String message(Kept kept) {
        return "MSH|^~\\&|REG|GOV|LAB|HOSP|||ADT^A08|1|T|2.5.1||||||" + (has("B47") ? "" : "UNICODE UTF-8")
                + "\rPID|1||" + kept.reference() + "||" + kept.name();
    }

    String json(Kept kept) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", shown(kept));
        json.put("letter", letter(kept));
        json.put("mrz", has("B43") ? upper(kept.name()).replaceAll("[^A-Z]", "") : approved(kept));
        json.put("licence", approved(kept));
        json.put("health", has("B44") ? upper(kept.name()).replaceAll("[^A-Z]", "X") : approved(kept));
        json.put("mdl", has("B45") ? approved(kept) : kept.name());
        json.put("digest", digest(kept.name()));
        json.put(
                "login",
                has("B50") ? upper(kept.name()).replaceAll("[^A-Z]", "") + "@example.ca" : "u" + kept.reference());
        json.put("history", has("B51") ? "" : kept.former());
        return Json.canonical(json);
    }

    /** A form that its bearer approved; here one of the record's number, as long as any name. */
    private static String approved(Kept kept) {
        return kept.form().isEmpty()
                ? "APPROVED<FORM<OF<RECORD<" + "I".repeat(kept.reference().length())
                : kept.form();
    }

    private static String upper(String name) {
        return UCharacter.toUpperCase(ULocale.ROOT, name);
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

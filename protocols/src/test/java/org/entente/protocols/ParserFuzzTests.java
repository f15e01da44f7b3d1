package org.entente.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.Disclosure;
import org.entente.protocols.sdjwt.Expectation;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever arrives, a parser answers soon: it reads it, or throws {@link ProtocolError} and nothing else. */
class ParserFuzzTests {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TestSigner SIGNER = TestSigner.create();

    /** A parser, a text that it reads, and what is done with it. */
    private record Parser(String name, String sample, Consumer<String> parse) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Parser> PARSERS = List.of(
            new Parser("CompactJws", jws(), text -> CompactJws.parse(text).certificates()),
            new Parser("CompactJwe", jwe(), text -> CompactJwe.decrypt(text, SIGNER.privateKey())),
            new Parser(
                    "SdJwt", presentation(), text -> SdJwt.parse(text).withOnly(List.of(ClaimPath.of("address", "x")))),
            new Parser("Disclosure", Base64Url.encode("[\"salt\",\"name\",{\"a\":[1]}]"), Disclosure::parse),
            new Parser("StatusListToken", statusToken(), StatusListToken::parse),
            json("GeneralJws", generalJws(), GeneralJws::parse),
            json("PublicJwk", SIGNER.publicKey().toJson(), PublicJwk::parse),
            json("Jwks", Jwks.of(SIGNER.publicKey()).toJson(), Jwks::parse),
            json("ClaimPath", ClaimPath.of("address", "locality").toJson(), ClaimPath::parse),
            json("StatusList", StatusList.create(2, 100).toJson(), StatusList::parse),
            json(
                    "StatusReference",
                    new StatusReference(URI.create("https://a.example/1"), 7).toJson(),
                    StatusReference::parse));

    /** Values of every kind that take the place of each member in turn. */
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "{\"...\":\"x\"}",
            "{\"_sd\":[\"x\"]}",
            "[{\"...\":7}]",
            "[\"a\",\"a\"]");

    @Provide
    Arbitrary<Parser> parsers() {
        return Arbitraries.of(PARSERS);
    }

    @Property(tries = 2000)
    void any_bytes(@ForAll("parsers") Parser parser, @ForAll byte[] bytes) {
        answers(parser, new String(bytes, StandardCharsets.ISO_8859_1));
        answers(parser, new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 2000)
    void a_good_text_with_bytes_changed(
            @ForAll("parsers") Parser parser,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1_000_000) Integer> places,
            @ForAll @IntRange(max = 127) int value) {
        byte[] bytes = parser.sample().getBytes(StandardCharsets.ISO_8859_1);
        places.forEach(place -> bytes[place % bytes.length] = (byte) value);
        answers(parser, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 1000)
    void a_good_text_cut_or_repeated(
            @ForAll("parsers") Parser parser, @ForAll @IntRange(max = 1_000_000) int place, @ForAll boolean repeated) {
        String head = parser.sample().substring(0, place % parser.sample().length());
        answers(parser, repeated ? head + parser.sample() : head);
    }

    @Property(tries = 500)
    void the_parts_of_a_good_text_in_another_order(
            @ForAll("parsers") Parser parser, @ForAll @Size(max = 8) List<@IntRange(max = 100) Integer> order) {
        String[] parts = parser.sample().split("(?<=[.~])");
        StringBuilder text = new StringBuilder();
        order.forEach(index -> text.append(parts[index % parts.length]));
        answers(parser, text.toString());
    }

    @Property(tries = 1)
    void each_member_replaced_by_every_kind_of_value() {
        for (Parser parser : PARSERS) {
            if (parser.sample().startsWith("{") || parser.sample().startsWith("[")) {
                variants(Json.parse(parser.sample())).forEach(variant -> answers(parser, variant));
            }
        }
    }

    @Property(tries = 1)
    void each_member_of_a_header_and_of_a_payload_replaced_by_every_kind_of_value() {
        for (Parser parser : PARSERS.subList(0, 5)) {
            String[] parts = parser.sample().split("(?<=[.~])");
            for (int i = 0; i < parts.length; i++) {
                String part = parts[i].replaceAll("[.~]$", "");
                String end = parts[i].substring(part.length());
                int index = i;
                decoded(part).forEach(variant -> {
                    String[] changed = parts.clone();
                    changed[index] = Base64Url.encode(variant) + end;
                    answers(parser, String.join("", changed));
                });
            }
        }
    }

    @Property(tries = 500)
    void a_verdict_is_given_on_anything(@ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) {
        byte[] bytes = presentation().getBytes(StandardCharsets.ISO_8859_1);
        bytes[place % bytes.length] = value;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Expectation expected = new Expectation("audience", "nonce", NOW, Duration.ofMinutes(5));
        assertThat(SdJwtVerification.verify(text, SIGNER.publicKey(), expected)).isNotNull();
    }

    private static void answers(Parser parser, String text) {
        assertTimeout(LIMIT, () -> {
            try {
                parser.parse().accept(text);
            } catch (ProtocolError e) {
                assertThat(e.code()).isEqualTo("invalid_request");
            }
        });
    }

    private static List<String> decoded(String part) {
        try {
            return variants(Json.parse(Base64Url.decode(part)));
        } catch (ProtocolError e) {
            return List.of();
        }
    }

    /** The value with each of its members and elements replaced, in turn, by each strange value, or taken away. */
    private static List<String> variants(JsonNode value) {
        List<String> variants = new ArrayList<>(STRANGE);
        value.propertyStream().forEach(member -> {
            JsonNode without = ((ObjectNode) value).deepCopy().without(member.getKey());
            variants.add(Json.write(without));
            for (String variant : variants(member.getValue())) {
                String rest = Json.write(without);
                String separator = rest.length() == 2 ? "" : ",";
                variants.add(rest.substring(0, rest.length() - 1) + separator + "\"" + member.getKey() + "\":" + variant
                        + "}");
            }
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            for (String variant : variants(value.get(i))) {
                List<String> elements =
                        new ArrayList<>(value.valueStream().map(Json::write).toList());
                elements.set(i, variant);
                variants.add("[" + String.join(",", elements) + "]");
            }
        }
        return variants;
    }

    private static Parser json(String name, JsonNode sample, Consumer<JsonNode> parse) {
        return new Parser(name, Json.write(sample), text -> parse.accept(Json.parse(text)));
    }

    private static String jws() {
        ObjectNode header = Json.newObject().put("typ", "x").put("kid", "k");
        header.putArray("x5c").add("MIIB");
        return CompactJws.sign(SIGNER, header, Json.object("{\"iss\":\"a\",\"list\":[1,{\"b\":2}]}"));
    }

    private static String jwe() {
        return CompactJwe.encrypt(SIGNER.publicKey(), "A128GCM", new byte[] {1, 2, 3});
    }

    private static String statusToken() {
        return StatusListToken.sign(
                SIGNER, URI.create("https://a.example/1"), StatusList.create(1, 64), NOW, NOW.plusSeconds(60), LIMIT);
    }

    private static JsonNode generalJws() {
        return GeneralJws.sign(new byte[] {1, 2, 3}, "x", List.of(SIGNER, TestSigner.create()));
    }

    private static String presentation() {
        ObjectNode plain = Json.newObject().put("vct", "urn:example").put("exp", 1893456000);
        plain.putObject("cnf").set("jwk", SIGNER.publicKey().toJson());
        ObjectNode hidden =
                Json.object("{\"name\":\"Gaspé\",\"address\":{\"x\":1,\"y\":[1,2]},\"list\":[{\"a\":1},2]}");
        String issued = SdJwtIssuance.issue(SIGNER, plain, hidden, 1, new SecureRandom());
        return SdJwt.parse(issued).present(SIGNER, "audience", "nonce", NOW);
    }
}

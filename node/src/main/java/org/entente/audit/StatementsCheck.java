package org.entente.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.audit.Finding.What;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether each day's statement is the node's, is the one that was journalled, and counts what the records say. */
final class StatementsCheck {
    private static final String ERROR = "invalid_bundle";

    /** How long after a day its statement may take. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Bundle bundle;
    private final Keyring keyring;
    private final Map<String, String> messageTypes;
    private final List<Crossed> crossed;
    private final Set<LocalDate> stated = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private StatementsCheck(Bundle bundle, Keyring keyring, Map<String, String> messageTypes) {
        this.bundle = bundle;
        this.keyring = keyring;
        this.messageTypes = messageTypes;
        this.crossed = bundle.crossed();
    }

    /**
     * Checks the statements.
     *
     * @param messageTypes the closed list, with the fingerprints of the schemas that this program knows
     */
    static List<Finding> of(Bundle bundle, Keyring keyring, Map<String, String> messageTypes) {
        StatementsCheck check = new StatementsCheck(bundle, keyring, messageTypes);
        bundle.leaves().stream().filter(BundleLeaf::isStatement).forEach(check::statement);
        check.missing();
        return check.findings;
    }

    /** The states of the log that its statements name. */
    static List<LogCheck.Seen> states(Bundle bundle) {
        List<LogCheck.Seen> states = new ArrayList<>();
        for (BundleLeaf leaf : bundle.leaves()) {
            if (leaf.isStatement() && leaf.opened().isPresent()) {
                claims(leaf.opened().get().statement())
                        .map(claims -> claims.path("checkpoint").asString(""))
                        .flatMap(StatementsCheck::note)
                        .ifPresent(note -> states.add(new LogCheck.Seen(note, leaf.hour())));
            }
        }
        return states;
    }

    private void statement(BundleLeaf leaf) {
        if (leaf.opened().isEmpty()) {
            return;
        }
        BundleLeaf.Opened opened = leaf.opened().get();
        byte[] text = opened.statement().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        boolean journalled = opened.record().path("sha256").asString("").equals(Base64Url.encode(Sha256.of(text)));
        Optional<ObjectNode> claims = genuine(opened.statement());
        boolean ofThatDay = claims.filter(
                        said -> said.path("day").equals(opened.record().path("day"))
                                && said.path("complete").asBoolean(false)
                                && !said.path("personal_information").asBoolean(true))
                .isPresent();
        if (!journalled || !ofThatDay) {
            findings.add(Finding.of(What.STATEMENT_FORGED, bundle, leaf.position()));
            return;
        }
        compare(claims.orElseThrow(), leaf);
    }

    /** Days on which something crossed and that are long over have a statement. */
    private void missing() {
        LocalDate last = LocalDate.ofInstant(bundle.madeAt().minus(GRACE), ZoneOffset.UTC);
        crossed.stream()
                .map(one -> LocalDate.ofInstant(one.at(), ZoneOffset.UTC))
                .distinct()
                .filter(day -> day.isBefore(last) && isWhole(day) && !stated.contains(day))
                .forEach(day -> findings.add(Finding.of(What.STATEMENT_MISSING, bundle, day)));
    }

    private void compare(ObjectNode claims, BundleLeaf leaf) {
        LocalDate day = LocalDate.parse(new Claims(claims, ERROR).text("day"));
        stated.add(day);
        if (isWhole(day) && !counts(claims).equals(counted(day))) {
            findings.add(Finding.of(What.STATEMENT_MISCOUNTS, bundle, leaf.position(), day));
        }
        Map<String, String> stated = new TreeMap<>();
        claims.path("message_types")
                .properties()
                .forEach(type -> stated.put(type.getKey(), type.getValue().asString("")));
        if (!stated.equals(new TreeMap<>(messageTypes))) {
            findings.add(Finding.of(What.OTHER_FORMS_OF_MESSAGES, bundle, day));
        }
    }

    /** Whether the bundle has all of a day: it begins with the journal, or with the day or one before. */
    private boolean isWhole(LocalDate day) {
        return bundle.base().isEmpty()
                || bundle.leaves().stream()
                        .findFirst()
                        .map(first -> LocalDate.ofInstant(first.hour(), ZoneOffset.UTC))
                        .filter(first -> first.isBefore(day))
                        .isPresent();
    }

    private Optional<ObjectNode> genuine(String statement) {
        try {
            CompactJws jws = CompactJws.parse(statement);
            boolean ours = jws.type().equals("zero-personal-information+jwt")
                    && jws.claims()
                            .path("iss")
                            .asString("")
                            .equals(bundle.node().toString())
                    && keyring.signed(bundle.node(), jws);
            LocalDate.parse(jws.claims().path("day").asString(""));
            return ours ? Optional.of(jws.claims()) : Optional.empty();
        } catch (ProtocolError | java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<Long>> counts(ObjectNode claims) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (JsonNode one : claims.path("crossings")) {
            counts.put(
                    one.path("kind").asString("") + "-" + one.path("direction").asString("") + " "
                            + one.path("type").asString(""),
                    List.of(one.path("count").asLong(-1), one.path("bytes").asLong(-1)));
        }
        return counts;
    }

    private Map<String, List<Long>> counted(LocalDate day) {
        Map<String, List<Long>> counts = new TreeMap<>();
        crossed.stream()
                .filter(one -> LocalDate.ofInstant(one.at(), ZoneOffset.UTC).equals(day))
                .forEach(one -> counts.merge(
                        one.leafType() + " " + one.type(),
                        List.of(1L, one.bytes()),
                        (some, more) -> List.of(some.get(0) + more.get(0), some.get(1) + more.get(1))));
        return counts;
    }

    private static Optional<ObjectNode> claims(String statement) {
        try {
            return Optional.of(CompactJws.parse(statement).claims());
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    private static Optional<SignedNote> note(String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            org.entente.protocols.tlog.Checkpoint.parse(note.text());
            return Optional.of(note);
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }
}

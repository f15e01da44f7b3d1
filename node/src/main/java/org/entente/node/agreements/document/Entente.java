package org.entente.node.agreements.document;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of an entente's document: bilingual text, parties with their pinned keys, and the clauses. Two are equal
 * when their hashes are.
 */
public final class Entente {
    /** The longest document, canonical, in bytes: with its wrapping it must fit a message at the frontier. */
    public static final int MAX_BYTES = 40 * 1024;

    /** The highest version. */
    public static final int MAX_VERSION = 9_999;

    private final byte[] canonical;
    private final String hash;
    private final DocumentContent content;

    private Entente(byte[] canonical, DocumentContent content) {
        this.canonical = canonical;
        this.hash = Secrets.base64url(Secrets.sha256(canonical));
        this.content = content;
    }

    /**
     * Reads a document and checks it against its schema and itself: numbers are unique, what is referred to exists, one
     * party is the depositary, one clause forbids personal information, one says how to leave. A clause that no longer
     * matches its text does not make a document malformed: see {@link #staleClauses()}.
     *
     * @throws ProtocolError {@code invalid_entente} with the place that is wrong
     */
    public static Entente parse(ObjectNode json) {
        byte[] canonical = Json.canonical(json);
        if (canonical.length > MAX_BYTES) {
            throw new ProtocolError("invalid_entente", "a document has at most " + MAX_BYTES + " bytes");
        }
        EntenteSchema.requireDocument(json);
        DocumentContent content = DocumentReader.read(json);
        DocumentRules.require(content);
        return new Entente(canonical, content);
    }

    /** The bytes that are hashed and signed (RFC 8785). */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** SHA-256 of {@link #canonical()}, base64url. */
    public String hash() {
        return hash;
    }

    /** The document as JSON. */
    public ObjectNode json() {
        return Json.object(canonical);
    }

    /** The entente's address: {@code <node of the proposer>/ententes/<name>}. */
    public URI id() {
        return content.id();
    }

    /** The last segment of its address. */
    public String name() {
        return content.name();
    }

    public int version() {
        return content.version();
    }

    /** The hash of the version that it replaces; empty in the first. */
    public Optional<String> supersedes() {
        return content.supersedes().stream().findFirst();
    }

    public Text title() {
        return content.title();
    }

    /** What a reader must know before the text. */
    public Optional<Text> notice() {
        return content.notice().stream().findFirst();
    }

    public List<Paragraph> paragraphs() {
        return content.paragraphs();
    }

    /** The parties that signed the document, in its order; those that acceded are not among them. */
    public List<Party> parties() {
        return content.parties();
    }

    public Term term() {
        return content.term();
    }

    public AccessionRule accession() {
        return content.accession();
    }

    /** How many parties together may suspend another. */
    public int suspensionQuorum() {
        return content.suspensionQuorum();
    }

    public List<Clause> clauses() {
        return content.clauses();
    }

    /** The clauses of one kind. */
    public <T extends Clause> Stream<T> clauses(Class<T> kind) {
        return content.clauses().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** How a party leaves. */
    public Clause.Exit exit() {
        return clauses(Clause.Exit.class).findFirst().orElseThrow();
    }

    public List<GoldenCase> goldenCases() {
        return content.goldenCases();
    }

    /** The party that orders transitions. */
    public Party depositary() {
        return parties().stream().filter(Party::depositary).findFirst().orElseThrow();
    }

    /** The paragraph of this number. */
    public Optional<Paragraph> paragraph(String number) {
        return paragraphs().stream()
                .filter(paragraph -> paragraph.number().equals(number))
                .findFirst();
    }

    /** How old the status of a credential and of the entente itself may be under a clause: the stricter of clause and service level. */
    public Duration freshness(Clause.Recognise clause) {
        return clauses(Clause.ServiceLevel.class)
                .map(Clause.ServiceLevel::statusFreshness)
                .reduce(clause.statusFreshness(), (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /** Whether the text that a clause implements is still the one for which it was written, in both languages. */
    public boolean isFresh(Clause clause) {
        return paragraph(clause.head().paragraph())
                .map(paragraph ->
                        TextHash.of(paragraph.text()).equals(clause.head().text()))
                .orElse(false);
    }

    /** Whether a clause is applied at a moment: its text is as it was, or the day from which it is refused has not come. */
    public boolean counts(Clause clause, Instant moment) {
        return isFresh(clause) || moment.isBefore(clause.head().staleUntil());
    }

    /** The numbers of the clauses whose text has changed under them. */
    public Set<String> staleClauses() {
        return clauses().stream()
                .filter(clause -> !isFresh(clause))
                .map(Clause::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entente entente && entente.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return id() + " version " + version() + " (" + hash + ")";
    }
}

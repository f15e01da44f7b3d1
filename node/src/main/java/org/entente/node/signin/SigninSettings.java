package org.entente.node.signin;

import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.node.kernel.Origins;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room.
 *
 * @param tokenLifetime of every access token
 * @param proofLifetime how old a proof of possession may be
 * @param officersNeedPasskey whether a public servant acts for this government only after signing in with a passkey
 * @param proofNonces whether proofs must carry a nonce of ours (RFC 9449 §8, §9)
 * @param clients the systems that may ask for tokens of their own
 */
@ConfigurationProperties("entente.signin")
public record SigninSettings(
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("1m") Duration proofLifetime,
        @DefaultValue("true") boolean proofNonces,
        @DefaultValue Limits limits,
        @DefaultValue Session session,
        @DefaultValue("false") boolean officersNeedPasskey,
        @DefaultValue Authorization authorization,
        @DefaultValue List<Client> clients) {
    public SigninSettings {
        clients = List.copyOf(clients);
    }

    /**
     * How often sign-in may be tried.
     *
     * @param codesPerAccountAndHour mails to one address that one network, or one browser known to its account, asks for
     * @param codesPerAccountAndDay the same
     * @param codesToAccountPerDay mails to one address that all networks together ask for, known browsers apart
     * @param codesPerAddressAndHour mails asked for from one network address
     * @param attemptsPerAddressAndHour codes, passkeys and recovery codes tried from one network address
     * @param attemptsPerAccountAndHour the same for one account, from one network or one browser known to it
     * @param attemptsPerAccountAndDay the same
     * @param guessesAtAccountPerDay codes by mail tried for one account from all networks together, known browsers apart;
     *     with the length of a code it says how likely one is found in a year (ADR 173)
     * @param challengesPerAddressAndHour questions to passkeys, also those that a page asks in advance
     * @param sessionsPerAddressAndHour browsers in which somebody from one network address begins to sign in
     */
    public record Limits(
            @DefaultValue("5") int codesPerAccountAndHour,
            @DefaultValue("10") int codesPerAccountAndDay,
            @DefaultValue("60") int codesToAccountPerDay,
            @DefaultValue("60") int codesPerAddressAndHour,
            @DefaultValue("300") int attemptsPerAddressAndHour,
            @DefaultValue("20") int attemptsPerAccountAndHour,
            @DefaultValue("60") int attemptsPerAccountAndDay,
            @DefaultValue("250") int guessesAtAccountPerDay,
            @DefaultValue("1000") int challengesPerAddressAndHour,
            @DefaultValue("1000") int sessionsPerAddressAndHour) {}

    /**
     * How long a sign-in holds.
     *
     * @param idle without use
     * @param lifetime however much it is used
     * @param recent within which what could lock somebody out is done without signing in again
     */
    public record Session(
            @DefaultValue("2h") Duration idle,
            @DefaultValue("12h") Duration lifetime,
            @DefaultValue("10m") Duration recent) {
        /** Use is noted every few minutes, so nothing shorter can be measured. */
        private static final Duration MIN_IDLE = Duration.ofMinutes(10);

        public Session {
            if (idle.compareTo(MIN_IDLE) < 0 || lifetime.compareTo(idle) < 0 || !recent.isPositive()) {
                throw new IllegalArgumentException(
                        "a session idles for at least 10 minutes, and no longer than it lives");
            }
        }
    }

    /**
     * Which wallets may ask persons for permission.
     *
     * @param lifetime how long a wallet may renew what a person allowed it to fetch
     * @param open whether wallets that are not named here may ask too, each at an https address of its own; the person is
     *     then shown the address and told that nobody here knows it
     * @param pushesPerNetworkAndHour how many requests wallets of one network address may push; a wallet that lives on a
     *     server pushes for all its holders from one
     * @param wallets those that are known here
     */
    public record Authorization(
            @DefaultValue("180d") Duration lifetime,
            @DefaultValue("false") boolean open,
            @DefaultValue("6000") int pushesPerNetworkAndHour,
            @DefaultValue List<Wallet> wallets) {
        public Authorization {
            wallets = List.copyOf(wallets);
        }
    }

    /**
     * A wallet that is known here. It has no secret (RFC 6749 §2.1, public client).
     *
     * @param id its {@code client_id}
     * @param name as persons know it
     * @param redirectUris where answers may go, character by character (RFC 9700 §2.1)
     */
    public record Wallet(String id, String name, List<URI> redirectUris) {
        /** Schemes that a browser runs or shows instead of leaving. */
        private static final Set<String> NOWHERE =
                Set.of("javascript", "data", "vbscript", "file", "blob", "about", "view-source");

        public Wallet {
            redirectUris = List.copyOf(redirectUris);
            if (id.isBlank() || name.isBlank() || redirectUris.isEmpty()) {
                throw new IllegalArgumentException("a wallet has an id, a name and a redirect address");
            }
            if (!redirectUris.stream().allMatch(Wallet::leadsSomewhere)) {
                throw new IllegalArgumentException("a redirect address is absolute, without fragment, and https, "
                        + "http on localhost, or of an application's own scheme");
            }
        }

        private static boolean leadsSomewhere(URI address) {
            String scheme = address.getScheme();
            if (scheme == null
                    || address.getRawFragment() != null
                    || NOWHERE.contains(scheme.toLowerCase(Locale.ROOT))) {
                return false;
            }
            boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return !web || Origins.isAcceptable(address);
        }
    }

    /**
     * A system with a secret of its own (RFC 6749 §4.4). What is not named here it may not do.
     *
     * @param secretSha256 the secret's SHA-256 digest in hexadecimal; the secret has 256 random bits
     * @param scopes what it may ask for
     * @param organisations for which organisations of this node it acts, by their ids
     * @param purposes for which purposes of ententes it may ask for presentations
     */
    public record Client(
            String id,
            String secretSha256,
            @DefaultValue Set<String> scopes,
            @DefaultValue Set<String> organisations,
            @DefaultValue Set<String> purposes) {
        public Client {
            scopes = Set.copyOf(scopes);
            organisations = Set.copyOf(organisations);
            purposes = Set.copyOf(purposes);
            if (id.isBlank() || HexFormat.of().parseHex(secretSha256).length != 32) {
                throw new IllegalArgumentException("a client has an id and the SHA-256 digest of its secret");
            }
        }

        /** Never the digest. */
        @Override
        public String toString() {
            return "Client[" + id + ", " + scopes + ", " + organisations + ", " + purposes + "]";
        }
    }
}

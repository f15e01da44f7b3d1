package org.entente.node.issuance.permission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.offer.Entitlement;
import org.entente.node.issuance.offer.Offer;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.ConsentOutcome;
import org.entente.node.signin.Permission;
import org.entente.node.web.Messages;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oid4vci.AuthorizationDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person permits a wallet to fetch credentials (OID4VCI 1.0 §5). Whoever was not found in the register yet is led there
 * first, and back.
 */
@Component
class CredentialPermission implements Permission {
    private static final String DETAILS = "authorization_details";

    private final CredentialTypes types;
    private final ReadAuthorizationRequest readRequest;
    private final Offers offers;
    private final Registers registers;
    private final NodeIdentity node;
    private final Messages messages;

    CredentialPermission(
            CredentialTypes types,
            ReadAuthorizationRequest readRequest,
            Offers offers,
            Registers registers,
            NodeIdentity node,
            Messages messages) {
        this.types = types;
        this.readRequest = readRequest;
        this.offers = offers;
        this.registers = registers;
        this.node = node;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public Set<String> scopes() {
        return types.all().stream().map(CredentialType::scope).collect(Collectors.toSet());
    }

    @Override
    public Set<String> detailTypes() {
        return types.all().isEmpty() ? Set.of() : Set.of(AuthorizationDetail.TYPE);
    }

    @Override
    public AskOutcome ask(AuthorizationRequest request, Instant now) {
        try {
            return new AskOutcome.Understood(readRequest.read(request, now).toJson());
        } catch (ProtocolError refused) {
            return new AskOutcome.Refused(refused.code(), refused.publicText());
        }
    }

    @Override
    public ConsentOutcome consent(PersonId person, UUID request, ObjectNode asked, Instant now) {
        AskedCredentials credentials = AskedCredentials.of(asked);
        List<CredentialType> wanted = types(credentials.all());
        Optional<Offer> offer = credentials.offer().flatMap(offers::find);
        if (wanted.size() < credentials.all().size() || credentials.offer().isPresent() && offer.isEmpty()) {
            return impossible("issuance.permission.gone");
        }
        if (offer.flatMap(Offer::person).filter(made -> !made.equals(person)).isPresent()) {
            return impossible("issuance.permission.other-account");
        }
        for (CredentialType type : wanted) {
            Optional<RecordId> record = registers.recordOf(person, type.register());
            if (record.isEmpty()) {
                return new ConsentOutcome.First("/attestations/match/" + type.register() + "?authorization=" + request);
            }
            if (offer.filter(made -> !made.record().equals(record.get())).isPresent()) {
                return impossible("issuance.permission.other-record");
            }
        }
        return new ConsentOutcome.Question(wanted.stream().map(this::item).toList());
    }

    @Override
    public Permitted permit(PersonId person, ObjectNode asked, Instant now) {
        AskedCredentials credentials = AskedCredentials.of(asked);
        // The offer has done its work: its other grant would give the same to whoever has it.
        credentials.offer().ifPresent(offers::take);
        ObjectNode members = Json.newObject();
        types(credentials.detailed())
                .forEach(type -> members.withArray("/" + DETAILS)
                        .add(Entitlement.detail(type.id(), node.issuer(type.organisation()))
                                .toJson()));
        Set<String> scopes =
                types(credentials.scoped()).stream().map(CredentialType::scope).collect(Collectors.toSet());
        return new Permitted(scopes, Entitlement.byPerson(credentials.detailed()), members);
    }

    @Override
    public Permitted narrow(Permitted permitted, List<ObjectNode> details) {
        List<AuthorizationDetail> asked =
                details.stream().map(AuthorizationDetail::parse).toList();
        List<ObjectNode> kept = permitted
                .responseMembers()
                .path(DETAILS)
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(detail -> isAskedFor(AuthorizationDetail.parse(detail), asked))
                .toList();
        Set<String> configurations =
                asked.stream().map(AuthorizationDetail::configurationId).collect(Collectors.toSet());
        if (kept.size() < configurations.size()) {
            throw new ProtocolError(
                    OAuthErrors.INVALID_AUTHORIZATION_DETAILS,
                    "the authorization_details ask for more than was permitted");
        }
        ObjectNode members = permitted.responseMembers().deepCopy();
        members.putArray(DETAILS).addAll(kept);
        return new Permitted(permitted.scopes(), Entitlement.byPerson(configurations), members);
    }

    /** In each detail that names it, and of its own issuer in each. */
    private static boolean isAskedFor(AuthorizationDetail permitted, List<AuthorizationDetail> asked) {
        List<AuthorizationDetail> naming = asked.stream()
                .filter(detail -> detail.configurationId().equals(permitted.configurationId()))
                .toList();
        return !naming.isEmpty()
                && naming.stream()
                        .allMatch(detail -> permitted.issuer().stream().allMatch(detail::mayBeOf));
    }

    @Override
    public List<Text> describe(Permitted permitted) {
        return types.all().stream()
                .filter(type -> Entitlement.isFor(type, permitted))
                .map(CredentialType::name)
                .toList();
    }

    private List<CredentialType> types(List<String> configurations) {
        return configurations.stream().flatMap(id -> types.find(id).stream()).toList();
    }

    private ConsentOutcome.Item item(CredentialType type) {
        Stream<Text> named = type.claims().stream().map(CredentialType.Claim::name);
        return new ConsentOutcome.Item(
                type.name(),
                type.organisation().name(),
                Stream.concat(named, Stream.of(text("issuance.claim.pseudonyms")))
                        .toList(),
                type.lifetimeDays());
    }

    private ConsentOutcome impossible(String key) {
        return new ConsentOutcome.Impossible(text(key), text("issuance.permission.next"));
    }

    private Text text(String key) {
        return new Text(messages.say(Language.FR, key), messages.say(Language.EN, key));
    }
}

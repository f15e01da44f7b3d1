package org.entente.node.services.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.node.services.ServicesSettings;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The services that this node offers, read once at start; a file that is wrong stops the start. */
@Component
public class Catalogue {
    /** The most services that a node offers. */
    public static final int MAX = 100;

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "organisation",
            "prefix",
            "purpose",
            "credential_type",
            "credential_name",
            "wanted",
            "subject",
            "title",
            "summary",
            "about",
            "other_ways",
            "next");

    private final List<Procedure> services;

    Catalogue(ServicesSettings settings, NodeIdentity node) {
        this.services =
                settings.catalogue().stream().map(file -> read(file, node)).toList();
        if (services.size() > MAX) {
            throw new IllegalArgumentException("a node offers at most " + MAX + " services");
        }
        if (services.stream().map(Procedure::id).distinct().count() != services.size()) {
            throw new IllegalArgumentException("two services have the same id");
        }
    }

    public List<Procedure> all() {
        return services;
    }

    /** The organisations that offer something, each once. */
    public List<Organisation> organisations() {
        return services.stream().map(Procedure::organisation).distinct().toList();
    }

    /** What an organisation offers. */
    public List<Procedure> of(Organisation organisation) {
        return services.stream()
                .filter(service -> service.organisation().equals(organisation))
                .toList();
    }

    public Optional<Procedure> find(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    private static Procedure read(Resource file, NodeIdentity node) {
        try (InputStream input = file.getInputStream()) {
            return service(Json.object(input.readAllBytes()), node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Procedure service(ObjectNode json, NodeIdentity node) {
        Set<String> unknown = new TreeSet<>(json.propertyNames());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a service has no members " + unknown);
        }
        return new Procedure(
                string(json, "id"),
                organisation(string(json, "organisation"), node),
                string(json, "prefix"),
                string(json, "purpose"),
                string(json, "credential_type"),
                text(json.path("credential_name")),
                list(
                        json.path("wanted"),
                        wanted ->
                                new Procedure.Wanted(ClaimPath.parse(wanted.path("claim")), text(wanted.path("why")))),
                ClaimPath.parse(json.path("subject")),
                text(json.path("title")),
                text(json.path("summary")),
                list(json.path("about"), Catalogue::text),
                list(json.path("other_ways"), Catalogue::text),
                text(json.path("next")));
    }

    private static Organisation organisation(String id, NodeIdentity node) {
        return node.organisation(id)
                .orElseThrow(() -> new IllegalArgumentException("no organisation " + id + " lives on this node"));
    }

    private static String string(ObjectNode json, String member) {
        if (!json.path(member).isString()) {
            throw new IllegalArgumentException("a service's " + member + " is a text");
        }
        return json.path(member).stringValue();
    }

    private static Text text(JsonNode json) {
        return new Text(json.path("fr").asString(""), json.path("en").asString(""));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> elements = new ArrayList<>();
        array.forEach(node -> elements.add(element.apply(node)));
        return elements;
    }
}

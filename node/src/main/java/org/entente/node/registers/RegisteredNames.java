package org.entente.node.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.HeldNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The names in the records that a person holds. Nothing is changed in a register by what the person does with them. */
@Component
class RegisteredNames implements HeldNames {
    private final Registers registers;

    RegisteredNames(Registers registers) {
        this.registers = registers;
    }

    @Override
    public List<Held> of(PersonId person) {
        return registers.all().stream()
                .flatMap(register -> registers.recordOf(person, register.id()).flatMap(registers::find).stream()
                        .flatMap(record -> names(record.claims()))
                        .map(name -> new Held(register.name(), name)))
                .toList();
    }

    private static Stream<Name> names(JsonNode claims) {
        return claims.path("ca_names").valueStream().flatMap(element -> name(element, claims).stream());
    }

    private static Optional<Name> name(JsonNode element, JsonNode claims) {
        String full = element.path("full").asString("");
        Name.Kind kind = Arrays.stream(Name.Kind.values())
                .filter(one -> one.code().equals(element.path("kind").asString("")))
                .findFirst()
                .orElse(Name.Kind.REGISTERED);
        boolean displayed = claims.path("name").asString("").equals(full);
        List<NamePart> parts = Stream.concat(parts(element), displayed ? parts(claims) : Stream.of())
                .distinct()
                .toList();
        return text(full).map(text -> new Name(kind, text, element.path("lang").asString(Name.UNDETERMINED), parts));
    }

    private static Stream<NamePart> parts(JsonNode claims) {
        return Stream.of(
                        part(NamePart.Role.GIVEN, claims.path("given_name").asString("")),
                        part(NamePart.Role.FAMILY, claims.path("family_name").asString("")))
                .flatMap(Optional::stream);
    }

    private static Optional<NamePart> part(NamePart.Role role, String written) {
        return text(written).map(text -> new NamePart(role, text));
    }

    private static Optional<NameText> text(String written) {
        return NameText.read(written) instanceof NameReading.Accepted(NameText text)
                ? Optional.of(text)
                : Optional.empty();
    }
}

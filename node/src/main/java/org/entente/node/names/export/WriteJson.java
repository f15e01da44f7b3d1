package org.entente.node.names.export;

import java.util.Locale;
import java.util.Optional;
import org.entente.names.Name;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.NameEntry;
import org.entente.names.record.PartialDate;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.form.Channels;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A person's names for another program: JSON in UTF-8, all texts composed (NFC), with codes that stay whatever the language. */
@Component
class WriteJson {
    /** What the document is, so that another program can tell. */
    static final String FORMAT = "entente-names-1";

    private final Channels channels;
    private final Orthographies orthographies;

    WriteJson(Channels channels, Orthographies orthographies) {
        this.channels = channels;
        this.orthographies = orthographies;
    }

    /** The document; what people call a system is in this language. */
    ObjectNode write(PersonFile file, Language language) {
        ObjectNode json = Json.newObject().put("format", FORMAT);
        ArrayNode names = json.putArray("names");
        file.shared()
                .forEach(name -> write(
                        names.addObject(),
                        name,
                        file.displayed().filter(name::equals).isPresent(),
                        language));
        return json;
    }

    private void write(ObjectNode json, RecordedName recorded, boolean shown, Language language) {
        NameEntry entry = recorded.entry();
        Name name = entry.name();
        json.put("full", name.full().value())
                .put("shown", shown)
                .put("kind", name.kind().code())
                .put("lang", name.language())
                .put("orthography", entry.orthography());
        if (entry.hasOrthography()) {
            json.put(
                    "orthography_name",
                    orthographies.alphabet(entry.orthography()).profile().name());
        }
        ArrayNode parts = json.putArray("parts");
        name.parts()
                .forEach(part -> parts.addObject()
                        .put("role", part.role().name().toLowerCase(Locale.ROOT))
                        .put("text", part.text().value()));
        putSpoken(json, entry);
        putDate(json, "since", entry.validity().since());
        putDate(json, "until", entry.validity().until());
        ArrayNode others = json.putArray("other_writings");
        entry.equivalents()
                .forEach(other -> others.addObject()
                        .put("full", other.full().value())
                        .put("lang", other.language())
                        .put("relation", other.relation().code()));
        ArrayNode forms = json.putArray("forms");
        entry.legacyForms().forEach(form -> write(forms.addObject(), form, language));
    }

    private static void putSpoken(ObjectNode json, NameEntry entry) {
        put(json, "respelling", entry.spoken().respelling());
        put(json, "respelling_lang", entry.spoken().respelledIn());
        put(json, "ipa", entry.spoken().ipa());
        put(json, "recording_sha256", entry.spoken().audioDigest());
        put(json, "recording_type", entry.spoken().audioType());
    }

    private static void putDate(ObjectNode json, String member, Optional<PartialDate> date) {
        date.ifPresent(day -> json.put(member, day.value()));
    }

    private static void put(ObjectNode json, String member, String text) {
        if (!text.isEmpty()) {
            json.put(member, text);
        }
    }

    private void write(ObjectNode json, LegacyForm form, Language language) {
        Text system = channels.find(form.channel())
                .map(Channels.Named::name)
                .orElseGet(() -> new Text(form.channel(), form.channel()));
        json.put("channel", form.channel())
                .put("system", system.in(language))
                .put("value", form.value())
                .put("method", form.method().code())
                .put("approved_at", form.at().toString());
        ArrayNode losses = json.putArray("losses");
        form.losses()
                .forEach(loss -> losses.addObject()
                        .put("written", loss.written())
                        .put("becomes", loss.becomes())
                        .put("kind", loss.kind().code()));
    }
}

package org.entente.names.barrier;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** Reads answers to the questions: {@code {"P02": {"says": "yes", "evidence": "…"}}}. */
public final class Answers {
    private Answers() {}

    /** @throws IllegalArgumentException when it is not such a document; the message says where */
    public static Map<String, Finding.Answer> read(String json) {
        return new JsonMembers(Map.of("answers", Json.read(json))).map("answers", Answers::answer);
    }

    /** One answer. */
    public static Finding.Answer answer(Object value) {
        JsonMembers in = JsonMembers.of(value).requireOnly("says", "evidence");
        return new Finding.Answer(
                Finding.Says.valueOf(UCharacter.toUpperCase(ULocale.ROOT, in.text("says"))),
                in.optionalText("evidence").orElse(""));
    }
}

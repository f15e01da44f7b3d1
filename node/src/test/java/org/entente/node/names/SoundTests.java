package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recordings of how a name is said. */
@ExtendWith(NamesNode.Given.class)
class SoundTests {
    private static final byte[] WAV = "RIFF\u0024\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);

    private final NamesNode names;

    SoundTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void a_recording_is_kept_and_given_back_to_its_bearer_as_what_it_is() {
        TestPerson person = names.person();
        String name = person.record("Iqaluit", "entente:open", "used");

        assertThat(send(person, name, WAV, "sound.html").statusCode()).isEqualTo(303);

        HttpResponse<String> heard = person.browser().get(sound(name));
        assertThat(heard.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(heard.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(heard.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(heard.headers().allValues("Content-Security-Policy")).anyMatch(policy -> policy.contains("sandbox"));
        assertThat(heard.body().getBytes(StandardCharsets.UTF_8)).hasSameSizeAs(WAV);
        assertThat(person.page(name).select("audio").attr("src")).isEqualTo(sound(name));
    }

    @Test
    void what_is_no_recording_is_not_kept_whatever_it_is_called() {
        TestPerson person = names.person();
        String name = person.record("Gaspé", "entente:open/fr", "used");
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(send(person, name, page, "name.wav").statusCode()).isEqualTo(400);
        assertThat(send(person, name, new byte[0], "name.wav").statusCode()).isEqualTo(400);
        assertThat(person.press("/names/sounds/" + id(name), Map.of("sound", "RIFF"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(person.browser().get(sound(name)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_recording_has_a_largest_size() {
        TestPerson person = names.person();
        String name = person.record("Gaspé", "entente:open/fr", "used");
        byte[] tooLong = new byte[1024 * 1024 + 8 * 1024];
        System.arraycopy(WAV, 0, tooLong, 0, WAV.length);

        assertThat(send(person, name, tooLong, "name.wav").statusCode()).isEqualTo(413);
    }

    @Test
    void nobody_hears_anothers_recording() {
        TestPerson person = names.person();
        String name = person.record("Gaspé", "entente:open/fr", "used");
        send(person, name, WAV, "name.wav");

        assertThat(names.person().browser().get(sound(name)).statusCode()).isEqualTo(404);
        person.press("/names/sounds/" + id(name) + "/remove", Map.of());
        assertThat(person.browser().get(sound(name)).statusCode()).isEqualTo(404);
    }

    static HttpResponse<String> send(TestPerson person, String name, byte[] sound, String file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--here\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"" + file
                        + "\"\r\nContent-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(sound);
        body.writeBytes("\r\n--here--\r\n".getBytes(StandardCharsets.UTF_8));
        return person.browser()
                .post("/en/names/sounds/" + id(name), "multipart/form-data; boundary=here", body.toByteArray());
    }

    private static String sound(String name) {
        return "/names/sounds/" + id(name);
    }

    private static String id(String name) {
        return name.substring("/names/".length());
    }
}

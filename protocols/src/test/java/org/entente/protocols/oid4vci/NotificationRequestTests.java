package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationRequestTests {
    @ParameterizedTest
    @EnumSource(NotificationRequest.Event.class)
    @Requirement("OID4VCI 1.0 §11.1 event")
    void is_read_as_it_is_written(NotificationRequest.Event event) {
        NotificationRequest request = new NotificationRequest("n-1", event);
        assertThat(NotificationRequest.parse(request.toJson())).isEqualTo(request);
        assertThat(event.code()).isIn("credential_accepted", "credential_deleted", "credential_failure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'notification_id':'n'}",
                "{'event':'credential_accepted'}",
                "{'notification_id':'n','event':'CREDENTIAL_ACCEPTED'}",
                "{'notification_id':'n','event':'credential_lost'}",
                "{'notification_id':'','event':'credential_accepted'}",
                "{'notification_id':1,'event':'credential_accepted'}",
                "{'notification_id':'n','notification_id':'m','event':'credential_accepted'}"
            })
    @Requirement("OID4VCI 1.0 §11.1 event")
    void refuses_what_names_no_event_or_no_identifier(String request) {
        byte[] utf8 = request.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> NotificationRequest.parse(utf8))
                .isInstanceOfSatisfying(
                        ProtocolError.class, e -> assertThat(e.code()).isEqualTo("invalid_notification_request"));
    }
}

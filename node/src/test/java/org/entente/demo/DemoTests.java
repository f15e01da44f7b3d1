package org.entente.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a demo refuses before it has touched anything. */
class DemoTests {
    @TempDir
    private Path home;

    @Test
    void a_second_demo_in_a_folder_is_refused_and_leaves_the_first_alone() {
        try (OnlyOne first = OnlyOne.in(home)) {
            assertThat(first.held().isOpen()).isTrue();
            assertThatExceptionOfType(DemoFailed.class)
                    .isThrownBy(() -> Demo.run(new Demo.Options(true, false, false, 28_400), home))
                    .withMessageContaining("tourne déjà")
                    .withMessageContaining("runs in this folder already");
            assertThat(home).isDirectoryNotContaining("glob:**/postgres");
        }
        OnlyOne.in(home).close();
    }

    @Test
    void a_port_that_is_taken_is_named_before_anything_is_started() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatExceptionOfType(DemoFailed.class)
                    .isThrownBy(() -> Demo.run(new Demo.Options(true, false, false, Math.min(port, 65_527)), home))
                    .withMessageContaining(port + " est pris")
                    .withMessageContaining(port + " is taken");
            assertThat(home).isDirectoryNotContaining("glob:**/postgres");
        }
    }

    @Test
    void there_are_no_ports_beyond_the_last() {
        assertThatExceptionOfType(DemoFailed.class).isThrownBy(() -> FreePorts.require(65_530));
    }
}

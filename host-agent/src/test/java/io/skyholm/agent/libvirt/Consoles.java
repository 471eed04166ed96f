package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredVm;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** What guests say on their consoles, which are in that folder. */
record Consoles(Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Waits until a guest has said it. */
    void say(DesiredVm desired, String expected) {
        Pattern pattern = Pattern.compile("@@ " + expected);
        assertThat(BoundedWait.waitUntil(() -> pattern.matcher(of(desired)).find(), PATIENCE))
                .as(() -> expected + " in " + of(desired))
                .isTrue();
    }

    /** How often it has said it until now. */
    long times(DesiredVm desired, String expected) {
        return Pattern.compile("@@ " + expected).matcher(of(desired)).results().count();
    }

    private String of(DesiredVm desired) {
        try {
            return Files.readString(folder.resolve(desired.id() + ".console"));
        } catch (IOException notYet) {
            return "";
        }
    }
}

package io.skyholm.local.command;

import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** This launcher as a command, for what goes on after it returned. */
final class Self {
    private Self() {}

    static Launch launch(String command) {
        return new Launch(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-Dskyholm.root=" + Here.site().checkout().root(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Skyholm.class.getName(),
                        command),
                Map.of(),
                Here.site().checkout().root());
    }
}

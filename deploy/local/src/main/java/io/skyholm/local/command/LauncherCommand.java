package io.skyholm.local.command;

import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** This launcher as a command, for what goes on after it returned. */
final class LauncherCommand {
    private LauncherCommand() {}

    static Launch launch(String... arguments) {
        Stream<String> command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-Dskyholm.root=" + DefaultSuite.site().checkout().root(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Skyholm.class.getName()),
                Stream.of(arguments));
        return new Launch(
                command.toList(), Map.of(), DefaultSuite.site().checkout().root());
    }
}

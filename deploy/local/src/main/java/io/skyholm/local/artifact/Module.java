package io.skyholm.local.artifact;

import io.skyholm.local.aot.Jars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A module of the checkout that runs: the part it is, its folder, and the jar that starts it. */
public record Module(String part, String folder, String jar) {

    /** A service is a Quarkus application. */
    public static Module ofService(String service) {
        return new Module(service, service + "-service", "target/quarkus-app/quarkus-run.jar");
    }

    /** The jar that starts it. */
    public Path jar(Path root) {
        return root.resolve(folder).resolve(jar);
    }

    /** Of its class path, the jars that this tree builds. */
    public List<Path> ownJars(Path root) {
        return libraries(root).stream()
                .flatMap(folder -> Jars.below(folder).stream())
                .filter(Module::isOwn)
                .toList();
    }

    /** The folders beside the jar that hold the rest of its class path, as far as they exist. */
    public List<Path> libraries(Path root) {
        Path beside = jar(root).resolveSibling("");
        return Stream.of("lib", "app", "quarkus")
                .map(beside::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    private static boolean isOwn(Path jar) {
        return jar.getFileName().toString().startsWith("io.skyholm.")
                || jar.resolveSibling("").endsWith("app");
    }
}

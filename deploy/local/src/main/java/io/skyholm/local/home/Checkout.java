package io.skyholm.local.home;

import io.skyholm.local.LaunchProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The source tree this launcher belongs to. */
public record Checkout(Path root) {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern VERSION = Pattern.compile("<artifactId>skyholm</artifactId>\\s*<version>([^<]+)<");

    /** Finds the tree from the system property {@code skyholm.root}, or upwards from the working directory. */
    public static Checkout find() {
        return find(System.getProperty("skyholm.root"), Path.of("").toAbsolutePath());
    }

    static Checkout find(@Nullable String configured, Path workingDirectory) {
        Stream<Path> candidates = Stream.iterate(workingDirectory, directory -> directory != null, Path::getParent);
        if (configured != null && !configured.isBlank()) {
            candidates = Stream.concat(Stream.of(Path.of(configured)), candidates);
        }
        return candidates
                .filter(directory -> Files.exists(directory.resolve("deploy/local/pom.xml")))
                .findFirst()
                .map(directory -> new Checkout(directory.toAbsolutePath().normalize()))
                .orElseThrow(() -> new LaunchProblem(
                        workingDirectory + " is not inside a Skyholm checkout",
                        "change into the checkout, or say where it is with -Dskyholm.root=FOLDER"));
    }

    /** Everything that is generated on this machine; SKYHOLM_DATA moves it elsewhere. */
    public Path generated(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SKYHOLM_DATA"))
                .filter(configured -> !configured.isBlank())
                .map(configured -> Path.of(configured).toAbsolutePath())
                .orElse(root.resolve(".skyholm"));
    }

    /** Whether the tree has this module, and builds it. */
    public boolean has(String module) {
        return Files.exists(root.resolve(module).resolve("pom.xml"))
                && modules().contains(module);
    }

    /** The modules it builds, in the order of its pom. */
    public List<String> modules() {
        return MODULE.matcher(pom()).results().map(found -> found.group(1)).toList();
    }

    /** The version of all it builds. */
    public String version() {
        return VERSION.matcher(pom())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("unknown");
    }

    private String pom() {
        try {
            return COMMENT.matcher(Files.readString(root.resolve("pom.xml"))).replaceAll("");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the pom.xml of " + root, failure);
        }
    }
}

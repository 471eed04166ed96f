package io.skyholm.local.database;

import io.skyholm.local.artifact.Fingerprint;
import io.skyholm.local.home.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The migrations in the jars of a service, unpacked, with the settings that the service itself has for Flyway: whoever runs them,
 * the launcher or the service in its tests, must run the same.
 */
record MigrationScripts(Path folder, Properties settings) {

    private static final String SETTINGS = "META-INF/microprofile-config.properties";
    private static final String FLYWAY = "quarkus.flyway.";

    static MigrationScripts unpack(Collection<Path> jars, Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        MigrationScripts scripts = new MigrationScripts(folder, new Properties());
        for (Path jar : jars) {
            scripts.readSettings(jar);
        }
        for (Path jar : jars) {
            scripts.copyScripts(jar);
        }
        return scripts;
    }

    String[] locations() {
        return folders().map(name -> "filesystem:" + folder.resolve(name)).toArray(String[]::new);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(required(name));
    }

    /** Differs when a script or a setting differs. */
    String fingerprint() {
        return Fingerprint.of(folder, List.of("")) + flag("out-of-order") + flag("create-schemas");
    }

    private void readSettings(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(SETTINGS);
            if (entry != null) {
                try (InputStream text = zip.getInputStream(entry)) {
                    settings.load(text);
                }
            }
        }
    }

    private void copyScripts(Path jar) throws IOException {
        List<String> folders = folders().toList();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> each.getName().endsWith(".sql"))
                    .filter(each ->
                            folders.stream().anyMatch(name -> each.getName().startsWith(name + "/")))
                    .toList()) {
                Path copy = folder.resolve(entry.getName());
                Files.createDirectories(copy.resolveSibling(""));
                try (InputStream script = zip.getInputStream(entry)) {
                    Files.copy(script, copy);
                }
            }
        }
    }

    private Stream<String> folders() {
        return Stream.of(required("locations").split(",")).map(String::strip);
    }

    private String required(String name) {
        String value = settings.getProperty(FLYWAY + name);
        if (value == null) {
            throw new IllegalStateException("no jar of the service sets " + FLYWAY + name + " in " + SETTINGS);
        }
        return value;
    }
}

package io.skyholm.local.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The ahead-of-time cache of one program in one state. Its key holds all that the virtual machine would compare, so a
 * cache of other jars, options or another JDK is never even tried. A run without a cache writes down what it
 * loaded ("lesson"); {@link AotWorkshop} turns lessons into caches when nobody waits.
 */
record AotCache(JavaProgram program, Path folder, String key) {
    private static final int KEY_LENGTH = 16;

    static AotCache of(JavaProgram program, Path caches) {
        return new AotCache(program, caches, program.name() + "-" + fingerprint(program));
    }

    Path cache() {
        return folder.resolve(key + ".aot");
    }

    Path lesson() {
        return folder.resolve(key + ".lesson");
    }

    /** The command that makes the cache, one argument a line. */
    Path command() {
        return folder.resolve(key + ".command");
    }

    /** Uses the cache, or learns for it, or does neither while it is being made. */
    List<String> flags() {
        if (Files.exists(cache())) {
            return List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off,cds=off");
        }
        if (Files.exists(lesson()) || Files.exists(folder.resolve(key + ".refused"))) {
            return List.of();
        }
        writeCommand();
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + lesson(), "-Xlog:aot=off,cds=off");
    }

    private void writeCommand() {
        try {
            Files.createDirectories(folder);
            Files.write(
                    command(),
                    program.commandWith(List.of(
                            "-XX:AOTMode=create",
                            "-XX:AOTConfiguration=" + lesson(),
                            "-XX:AOTCache=" + cache() + ".draft")));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + folder, failure);
        }
    }

    private static String fingerprint(JavaProgram program) {
        StringBuilder state = new StringBuilder(System.getProperty("java.vm.version"))
                .append(System.getProperty("java.home"))
                .append(program.options());
        for (Path jar : program.jars()) {
            state.append(jar)
                    .append(size(jar))
                    .append(' ')
                    .append(modified(jar))
                    .append('\n');
        }
        return hash(state.toString()).substring(0, KEY_LENGTH);
    }

    private static long size(Path jar) {
        return jar.toFile().length();
    }

    private static long modified(Path jar) {
        return jar.toFile().lastModified();
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

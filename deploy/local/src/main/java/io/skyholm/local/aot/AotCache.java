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
 * cache of other jars, options or another JDK is never even tried. A start without a cache leaves the command that would
 * make it, which is how {@link AotWorkshop} knows what is missing.
 */
record AotCache(JavaProgram program, Caches caches, CacheKey key) {

    static AotCache of(JavaProgram program, Caches caches) {
        return new AotCache(program, caches, new CacheKey(program.name(), machine(program), jars(program)));
    }

    Path cache() {
        return key.in(caches.folder(), "aot");
    }

    Path lesson() {
        return key.in(caches.folder(), "lesson");
    }

    /** The command that makes the cache, one argument a line; as old as the last start of the program. */
    Path command() {
        return key.in(caches.folder(), "command");
    }

    /** Uses the cache, or records for it where that is the purpose of the start. */
    List<String> flags() {
        writeCommand();
        if (Files.exists(cache())) {
            return List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off,cds=off");
        }
        if (!caches.recording()) {
            return List.of();
        }
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + lesson(), "-Xlog:aot=off,cds=off");
    }

    private void writeCommand() {
        try {
            Files.createDirectories(caches.folder());
            Files.write(
                    command(),
                    program.commandWith(List.of(
                            "-XX:AOTMode=create",
                            "-XX:AOTConfiguration=" + lesson(),
                            "-XX:AOTCache=" + key.in(caches.folder(), "draft"))));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + caches.folder(), failure);
        }
    }

    /** The size of the heap changes from run to run and does not matter to a cache. */
    private static String machine(JavaProgram program) {
        List<String> options = program.options().stream()
                .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-Xms"))
                .toList();
        return hash(System.getProperty("java.vm.version") + System.getProperty("java.home") + options);
    }

    private static String jars(JavaProgram program) {
        StringBuilder state = new StringBuilder();
        for (Path jar : program.jars()) {
            state.append(jar)
                    .append(jar.toFile().length())
                    .append(' ')
                    .append(jar.toFile().lastModified())
                    .append('\n');
        }
        return hash(state.toString());
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, CacheKey.HASH_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

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
 * cache of other jars, options or another JDK is never even tried. Each start leaves the command that would make the cache,
 * which is how {@link AotAssembler} knows what is missing.
 */
record AotCache(JavaProgram program, Path folder, AotCacheKey key) {

    static AotCache of(JavaProgram program, Path folder) {
        return new AotCache(program, folder, new AotCacheKey(program.name(), state(program)));
    }

    Path cache() {
        return key.in(folder, AotCacheFolder.CACHE);
    }

    /** What the virtual machine records in a training run: the classes that were loaded and linked. */
    Path configuration() {
        return key.in(folder, AotCacheFolder.CONFIGURATION);
    }

    /** The command that makes the cache, one argument a line; as old as the last start of the program. */
    Path command() {
        return key.in(folder, AotCacheFolder.COMMAND);
    }

    /** Uses the cache; without one it records for it, if that is the purpose of the start. */
    List<String> flags(AotMode mode) {
        writeCommand();
        if (Files.exists(cache())) {
            return List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off,cds=off");
        }
        return switch (mode) {
            case USE -> List.of();
            case RECORD ->
                List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration(), "-Xlog:aot=off,cds=off");
        };
    }

    private void writeCommand() {
        try {
            Files.createDirectories(folder);
            Files.write(
                    command(),
                    program.commandWith(List.of(
                            "-XX:AOTMode=create",
                            "-XX:AOTConfiguration=" + configuration(),
                            "-XX:AOTCache=" + key.in(folder, AotCacheFolder.DRAFT))));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + folder, failure);
        }
    }

    /** The size of the heap differs from run to run and does not matter to a cache. */
    private static String state(JavaProgram program) {
        StringBuilder state =
                new StringBuilder(System.getProperty("java.vm.version") + System.getProperty("java.home"));
        program.options().stream()
                .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-Xms"))
                .forEach(option -> state.append(option).append('\n'));
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
                    .substring(0, AotCacheKey.STATE_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

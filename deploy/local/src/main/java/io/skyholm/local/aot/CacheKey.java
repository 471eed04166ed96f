package io.skyholm.local.aot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of one cache are named by: the program, its virtual machine with its options, and its jars. */
record CacheKey(String program, String machine, String jars) {
    static final int HASH_LENGTH = 12;
    private static final Pattern NAME = Pattern.compile("(.+)-([0-9a-f]{12})-([0-9a-f]{12})\\.[a-z0-9-]+");

    /** The key that a file is named by; empty for a file that is not part of any cache. */
    static Optional<CacheKey> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new CacheKey(name.group(1), name.group(2), name.group(3)))
                : Optional.empty();
    }

    Path in(Path folder, String kind) {
        return folder.resolve(this + "." + kind);
    }

    /** Whether the other is the same program with the same options; then only the one used last is of use. */
    boolean replaces(CacheKey other) {
        return program.equals(other.program) && machine.equals(other.machine);
    }

    @Override
    public String toString() {
        return program + "-" + machine + "-" + jars;
    }
}

package io.skyholm.local.aot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of one cache are named by: the program, and a hash of its state, which is its virtual machine, options and jars. */
record AotCacheKey(String program, String state) {

    static final int STATE_LENGTH = 16;

    private static final Pattern NAME = Pattern.compile("(.+)-([0-9a-f]{16})\\.[a-z0-9-]+");

    /** The key that a file is named by; empty for a file that is not part of any cache. */
    static Optional<AotCacheKey> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new AotCacheKey(name.group(1), name.group(2))) : Optional.empty();
    }

    Path in(Path folder, String extension) {
        return folder.resolve(program + "-" + state + "." + extension);
    }
}

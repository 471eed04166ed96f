package io.skyholm.storage.download;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a caller wants, as RFC 9110 lets them say it. Several ranges at once are not served: whoever asks for them gets all,
 * which the standard allows.
 *
 * @param isWhole whether nothing was left out
 */
record ByteRange(long from, long length, long size, boolean isWhole) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    static ByteRange of(@Nullable String header, long size) {
        Matcher wanted = header == null ? ONE.matcher("") : ONE.matcher(header);
        if (!wanted.matches() || header == null || header.equals("bytes=-")) {
            return new ByteRange(0, size, size, true);
        }
        String first = wanted.group(1);
        String last = wanted.group(2);
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long end = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (from >= end) {
            throw Problem.of(ProblemKind.RANGE_NOT_SATISFIABLE, "There are %d bytes".formatted(size));
        }
        return new ByteRange(from, end - from, size, false);
    }

    String contentRange() {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}

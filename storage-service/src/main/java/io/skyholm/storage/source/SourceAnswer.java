package io.skyholm.storage.source;

import io.vertx.core.MultiMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source says before its bytes.
 *
 * @param offset at which byte they begin
 * @param length how many there are in all, from the first on
 * @param validator what names this state of them; null if the source cannot be asked for a rest of the same
 */
public record SourceAnswer(
        long offset, long length, @Nullable String validator) {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int TIMEOUT = 408;
    private static final int EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,15})-\\d{1,15}/(\\d{1,15})");

    /** Reads it; fails where there is nothing to take. */
    static SourceAnswer of(int status, MultiMap headers, long most) {
        checkStatus(status);
        String encoding = headers.get("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new SourceRefusedException("The source sends its bytes encoded with " + encoding);
        }
        SourceAnswer answer = status == PARTIAL
                ? part(headers.get("Content-Range"), validator(headers))
                : new SourceAnswer(0, length(headers.get("Content-Length")), validator(headers));
        if (answer.length < 1 || answer.length > most) {
            throw new SourceRefusedException(
                    "The source has %d bytes; it may have 1 to %d".formatted(answer.length, most));
        }
        return answer;
    }

    private static void checkStatus(int status) {
        if (status == OK || status == PARTIAL) {
            return;
        }
        String said = "The source answered " + status;
        if (status >= SERVER || status == TIMEOUT || status == EARLY || status == TOO_MANY) {
            throw new SourceAwayException(said);
        }
        throw new SourceRefusedException(said);
    }

    private static SourceAnswer part(@Nullable String range, @Nullable String validator) {
        Matcher said = RANGE.matcher(String.valueOf(range));
        if (!said.matches()) {
            throw new SourceAwayException("The source does not say which range it sends");
        }
        return new SourceAnswer(Long.parseLong(said.group(1)), Long.parseLong(said.group(2)), validator);
    }

    private static long length(@Nullable String said) {
        if (said == null || !LENGTH.matcher(said).matches()) {
            throw new SourceRefusedException("The source does not say how many bytes it has");
        }
        return Long.parseLong(said);
    }

    /** A weak tag names several states of bytes, and does not do. */
    private static @Nullable String validator(MultiMap headers) {
        String tag = headers.get("ETag");
        return tag != null && tag.startsWith("\"") ? tag : headers.get("Last-Modified");
    }
}

package io.skyholm.runtime.testing.answers;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the service under test gave.
 *
 * @param path as it was asked for, without its query
 * @param body its JSON; nothing for answers that have none, and for streams
 */
public record RecordedAnswer(
        String method,
        String path,
        int status,
        String type,
        Set<String> headers,
        @Nullable String body) {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");

    /** A problem's code, which says enough, or else the whole body. */
    String codeOrBody() {
        Matcher code = CODE.matcher(String.valueOf(body));
        return code.find() ? code.group(1) : String.valueOf(body);
    }
}

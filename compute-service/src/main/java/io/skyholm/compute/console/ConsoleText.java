package io.skyholm.compute.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a guest has written, as text. */
final class ConsoleText {

    private static final char NUL = '\0';
    private static final char UNPRINTABLE = '\ufffd';

    private ConsoleText() {}

    /** What a host sent, whatever bytes the guest wrote: the database keeps no NUL. Empty for what is no Base64. */
    static Optional<String> read(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).replace(NUL, UNPRINTABLE));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Its last lines; one that has not ended counts as one. */
    static String end(String text, int lines) {
        int from = text.endsWith("\n") ? text.length() - 1 : text.length();
        for (int found = 0; found < lines && from >= 0; found++) {
            from = text.lastIndexOf('\n', from - 1);
        }
        return from < 0 ? text : text.substring(from + 1);
    }
}

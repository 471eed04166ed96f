package io.skyholm.system.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can be wrong with a body as a whole. */
final class BodyTwists {

    private static final List<String> NO_OBJECTS =
            List.of("", "[]", "[{}]", "null", "17", "\"text\"", "true", "{", "}", "{}{}", "{} x", "\u0000", "<a/>");

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json; charset=no-such-charset",
            "application/json;;;",
            "application/merge-patch+json",
            "application/json, text/plain",
            "application/",
            "json",
            "*/*",
            "application/octet-stream");

    private final RandomGenerator random;

    BodyTwists(RandomGenerator random) {
        this.random = random;
    }

    void apply(Draft draft) {
        String text = draft.text();
        switch (random.nextInt(12)) {
            case 0, 1 -> draft.rewrite(NO_OBJECTS.get(random.nextInt(NO_OBJECTS.size())));
            case 2 -> draft.rewrite(text.substring(0, random.nextInt(text.length() + 1)));
            case 3 -> draft.rewrite(text.replaceFirst("\\{", "{\"name\": \"first\", \"name\": \"second\", "));
            case 4 -> draft.rewrite(text.replace('"', '\''));
            case 5 -> draft.rewrite(text.replaceFirst("\\{", "{/* a comment */"));
            case 6 -> draft.rewrite(nested());
            case 7 -> draft.rewrite(badUtf8(text));
            case 8 ->
                draft.rewrite(
                        text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE));
            case 9 -> draft.rewrite("\ufeff" + text);
            default -> draft.onlyHeader("Content-Type", MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size())));
        }
        if (random.nextInt(20) == 0) {
            draft.onlyHeader("Content-Type", "multipart/form-data; boundary=part");
            draft.rewrite(
                    "--part\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + text + "\r\n--part--\r\n");
        }
        if (random.nextInt(20) == 0) {
            draft.withoutHeader("Content-Type");
        }
    }

    private String nested() {
        int deep = 1 << random.nextInt(16);
        return random.nextBoolean() ? "[".repeat(deep) : "{\"name\":".repeat(deep) + "1" + "}".repeat(deep);
    }

    /** The text with bytes in it that are none in UTF-8: alone, cut off, over-long, a surrogate, beyond the last character. */
    private byte[] badUtf8(String text) {
        List<String> bad =
                List.of("\u00ff", "\u00c3", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080");
        String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int at = random.nextInt(latin.length() + 1);
        return (latin.substring(0, at) + bad.get(random.nextInt(bad.size())) + latin.substring(at))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

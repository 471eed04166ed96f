package io.skyholm.runtime.http;

import org.jspecify.annotations.Nullable;

/** A field of a line as RFC 4180 has it. */
public final class CsvField {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private CsvField() {}

    /** A spreadsheet would carry out what begins like a formula; behind an apostrophe it is text. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        return harmless.chars().anyMatch(character -> NEEDS_QUOTES.indexOf(character) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}

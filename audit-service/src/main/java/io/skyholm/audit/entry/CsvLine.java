package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Occurrence;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries as RFC 4180 has them. */
final class CsvLine {

    static final String HEADER = """
            id,tenantId,userId,credential,action,resourceType,resourceId,eventType,generation,correlationId,details,\
            ipAddress,userAgent,status,createdAt,recordedAt,sequence,previousHash,hash\r
            """;

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private CsvLine() {}

    static String of(Entry entry) {
        Occurrence what = entry.what();
        return Stream.of(
                                what.id(),
                                what.tenantId(),
                                what.userId(),
                                what.credential(),
                                what.action(),
                                what.resourceType(),
                                what.resourceId(),
                                what.eventType(),
                                what.generation(),
                                what.correlationId(),
                                what.details(),
                                what.ipAddress(),
                                what.userAgent(),
                                what.status(),
                                what.createdAt(),
                                entry.recordedAt(),
                                entry.sequence(),
                                entry.previousHash(),
                                entry.hash())
                        .map(CsvLine::field)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A spreadsheet would carry out what begins like a formula; behind an apostrophe it is text. */
    static String field(@Nullable Object value) {
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

package io.skyholm.events.host;

import io.skyholm.events.MalformedEventException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every part of a report has to be. A host may be broken or taken over, and what a database cannot store must not get as
 * far as the statement that stores the reports of all others.
 */
final class ReportRules {

    /** Agents cut at {@link HostText#LONGEST}; what is longer than this is no text for a person. */
    private static final int LONGEST_TEXT = 10_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** The years that RFC 3339 can write; PostgreSQL stores all of them. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private ReportRules() {}

    /** Refuses a part that is missing. */
    static void isThere(String name, @Nullable Object part) {
        if (part == null) {
            throw new MalformedEventException("A report without " + name);
        }
    }

    /** Refuses a time that no clock shows. */
    static void isTime(String name, @Nullable Instant time) {
        isThere(name, time);
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw new MalformedEventException("A report with an impossible time as " + name + ": " + time);
        }
    }

    /** Refuses a text that cannot be stored; there may be none. */
    static void isText(String name, @Nullable String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            throw new MalformedEventException(
                    "A report with a text as " + name + " that cannot be stored: " + text.length() + " characters");
        }
    }

    /** Refuses what is no name as programs give them. */
    static void isName(String name, @Nullable String text) {
        isThere(name, text);
        if (text != null && !NAME.matcher(text).matches()) {
            throw new MalformedEventException(
                    "A report with an impossible name as " + name + ": " + text.length() + " characters");
        }
    }

    /** Refuses what is no SHA-256 in hexadecimal; there may be none. */
    static void isSha256(String name, @Nullable String sum) {
        if (sum != null && !SHA_256.matcher(sum).matches()) {
            throw new MalformedEventException("A report with no SHA-256 as " + name);
        }
    }

    /** The list as it is; refuses one with gaps. */
    static <T> List<T> list(String name, @Nullable List<T> parts) {
        isThere(name, parts);
        if (parts == null) {
            return List.of();
        }
        parts.forEach(part -> isThere("one of its " + name, part));
        return List.copyOf(parts);
    }

    /** The texts as they are; refuses more than so many. */
    static List<String> texts(String name, @Nullable List<String> texts, int most) {
        List<String> there = list(name, texts);
        if (there.size() > most) {
            throw new MalformedEventException("A report with too many " + name + ": " + there.size());
        }
        there.forEach(text -> isText("one of its " + name, text));
        return there;
    }

    /** The counts as they are; refuses those that nothing can have. There may be none. */
    static @Nullable Map<ThingKind, Integer> counts(String name, @Nullable Map<ThingKind, Integer> counts) {
        if (counts == null) {
            return null;
        }
        counts.forEach((kind, count) -> {
            isThere("one of its " + name, count);
            if (count < 0) {
                throw new MalformedEventException("A report with an impossible count of " + kind + ": " + count);
            }
        });
        return Map.copyOf(counts);
    }
}

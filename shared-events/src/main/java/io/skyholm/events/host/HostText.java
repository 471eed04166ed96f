package io.skyholm.events.host;

import org.jspecify.annotations.Nullable;

/** A text of a host for a person, as long as it is kept: it goes into rows and events of others, which have limits. */
public final class HostText {

    /** In characters. */
    public static final int LONGEST = 500;

    private static final char NUL = '\0';
    private static final char UNPRINTABLE = '\ufffd';

    private HostText() {}

    /** Its beginning, without what PostgreSQL cannot store. */
    public static String cut(String text) {
        return beginning(text).replace(NUL, UNPRINTABLE);
    }

    /** The same where there may be none. */
    public static @Nullable String cutIfAny(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    /** No character is cut in two. */
    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean isWithinOne = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, isWithinOne ? LONGEST - 1 : LONGEST);
    }
}

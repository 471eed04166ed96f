package io.skyholm.runtime.record;

import java.util.Locale;
import java.util.regex.Pattern;

/** The column of a component: {@code createdAt} is kept in {@code created_at}, as Hibernate does for entities. */
public final class ColumnName {

    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private ColumnName() {}

    /** The column of that component. */
    public static String of(String component) {
        return NEXT_WORD.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}

package io.skyholm.runtime.tenant;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query and its parameters. */
public record Statement(String sql, List<@Nullable Object> parameters) {

    /** A statement whose parameters are known. */
    public static Statement of(String sql, @Nullable Object... parameters) {
        return new Statement(sql, Arrays.asList(parameters));
    }
}

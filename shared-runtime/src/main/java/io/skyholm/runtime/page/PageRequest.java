package io.skyholm.runtime.page;

import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted. */
public record PageRequest(
        @QueryParam("limit") @DefaultValue("50") @Parameter(description = "How many at most, 1 to 500")
        int limit,

        @QueryParam("cursor") @Parameter(description = "The nextCursor of the part before") @Nullable String cursor) {

    private static final int MOST = 500;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "must be from 1 to " + MOST);
        }
    }

    /** The place to go on from, or null for the beginning. */
    @Nullable Cursor after() {
        return cursor == null ? null : Cursor.parse(cursor);
    }
}

package io.skyholm.runtime.page;

import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The page of a list that a caller wants. */
public record PageRequest(
        @QueryParam("limit") @DefaultValue("50") @Parameter(description = "How many at most, 1 to 500")
        int limit,

        @QueryParam("cursor") @Parameter(description = "The nextCursor of the part before") @Nullable String cursor)
        implements ListPart {

    private static final int MOST = 500;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "must be from 1 to " + MOST);
        }
    }

    @Override
    public @Nullable Cursor after() {
        return cursor == null ? null : Cursor.parse(cursor);
    }
}

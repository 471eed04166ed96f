package io.skyholm.runtime.page;

import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tags rows must bear; a tag is one word, such as {@code web} or {@code env:prod}. */
public record TagFilter(
        @QueryParam("tags")
        @Parameter(description = "Only what bears this tag, such as `env:prod`; given several times, all of them")
        @Condition("{column} @> ?::text[]")
        @Nullable List<String> tags,

        @QueryParam("anyTag")
        @Parameter(description = "Only what bears this tag; given several times, one of them")
        @Condition("{column} && ?::text[]")
        @Nullable List<String> anyTag,

        @QueryParam("withoutTag")
        @Parameter(description = "Only what does not bear this tag; given several times, none of them")
        @Condition("not {column} && ?::text[]")
        @Nullable List<String> withoutTag) {

    private static final int MOST = 20;

    public TagFilter {
        check("tags", tags);
        check("anyTag", anyTag);
        check("withoutTag", withoutTag);
    }

    private static void check(String name, @Nullable List<String> asked) {
        if (asked != null && asked.size() > MOST) {
            throw Problem.invalid(name, "must not be given more than " + MOST + " times");
        }
    }
}

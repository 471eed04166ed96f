package io.skyholm.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 writes it. */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        @Schema(description = "The kind of problem, as a URN")
        String type,

        @Schema(description = "The kind of problem, for people")
        String title,

        @Schema(description = "The HTTP status") int status,

        @Schema(description = "The kind of problem, for programs; it never changes")
        String code,

        @Schema(description = "What happened, and what to do about it")
        String detail,

        @Schema(description = "Under which id this request is in the logs") @Nullable String requestId,

        @Schema(description = "What is wrong with which field")
        List<FieldProblem> errors) {

    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";
}

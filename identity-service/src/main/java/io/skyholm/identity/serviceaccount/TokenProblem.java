package io.skyholm.identity.serviceaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refusal as programs of OAuth read it, within a problem like all others. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenProblem(
        @JsonUnwrapped ProblemBody problem,

        @Schema(description = "The kind of problem, in the words of OAuth") @Nullable String error,

        @Schema(description = "What happened, in the words of OAuth") @JsonProperty("error_description") @Nullable String description) {

    static TokenProblem of(TokenRefusal refusal, String requestId) {
        ProblemKind kind = refusal.status() == 401 ? ProblemKind.UNAUTHENTICATED : ProblemKind.MALFORMED;
        Problem problem = Problem.of(kind, refusal.error().toUpperCase(Locale.ROOT), refusal.detail());
        return new TokenProblem(problem.body(requestId), refusal.error(), refusal.detail());
    }
}

package io.skyholm.compute.operation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemBody;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one instance among many: the operation that has begun with it, or the problem that the direct call has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstanceResult(
        UUID instanceId,

        @Schema(description = "The operation that has begun with this instance; absent if it was refused") @Nullable UUID operationId,

        @Schema(description = "Why this instance was left out; absent if its operation has begun") @Nullable ProblemBody problem) {

    /** An operation has begun. */
    public static InstanceResult begun(UUID instance, UUID operation) {
        return new InstanceResult(instance, operation, null);
    }

    /** It was left out, which keeps no other from its part. */
    public static InstanceResult refused(UUID instance, Problem problem) {
        return new InstanceResult(instance, null, problem.body(null));
    }

    /** Whether it was left out. */
    @JsonIgnore
    public boolean isRefused() {
        return problem != null;
    }

    /** Why it was left out, in words; nothing if it was not. */
    public String refusal() {
        return problem == null ? "" : instanceId + ": " + problem.detail();
    }
}

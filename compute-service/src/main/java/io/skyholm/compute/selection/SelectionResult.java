package io.skyholm.compute.selection;

import io.skyholm.compute.operation.InstanceResult;
import io.skyholm.operations.OperationView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an action on many instances, of each of them by itself. */
@Schema(name = "InstancesAction")
public record SelectionResult(
        @Schema(description = "The operation for all of them; it ends when the last of its parts has")
        OperationView operation,

        @Schema(description = "What became of each instance, in the order of the request and each once")
        List<InstanceResult> results) {}

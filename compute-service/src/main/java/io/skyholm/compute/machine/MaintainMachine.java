package io.skyholm.compute.machine;

import io.skyholm.runtime.http.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a machine shall take nothing new for a while. */
public record MaintainMachine(
        @Text @Nullable String reason,

        @Schema(description = "Whether what runs on it shall be moved away") @Nullable Boolean drain) {}

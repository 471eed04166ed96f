package io.skyholm.compute.console;

import io.skyholm.events.host.ConsoleLimits;
import io.skyholm.events.host.HostText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a host answers to whoever waits for a console. */
public record TellConsoleLog(
        @Schema(description = "The host that answers") @NotNull UUID hostId,

        @Schema(
                description =
                        "The last that the machine has written, 256 KiB at most, in Base64; empty where there is none")
        @NotNull @Size(max = MOST) String log,

        @Schema(description = "Why the console cannot be read, for a person; absent where it can")
        @Size(max = HostText.LONGEST) @Nullable String failure,

        @Schema(description = "When it was signed; it is worth nothing five minutes later") @NotNull Instant signedAt,

        @Schema(description = "By the private key of the host's publicKey, in Base64")
        @NotNull @Size(min = 40, max = 200) String signature) {

    /** Of the Base64 of the longest log. */
    static final int MOST = (ConsoleLimits.LOG_BYTES + 2) / 3 * 4;

    /** Whether the host that was asked signed it a moment ago, as the answer to that request. */
    boolean isTo(AskedConsole asked, Instant now) {
        return new HostProof(hostId, signedAt, signature).isOf(asked, failure == null ? log : failure, now);
    }

    /** Never tells what a guest has written. */
    @Override
    public String toString() {
        return "TellConsoleLog of " + hostId;
    }
}

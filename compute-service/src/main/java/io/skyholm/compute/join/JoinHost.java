package io.skyholm.compute.join;

import static io.skyholm.compute.machine.CreateMachine.MOST_CORES;
import static io.skyholm.compute.machine.CreateMachine.MOST_GPUS;
import static io.skyholm.compute.machine.CreateMachine.MOST_MEMORY;
import static io.skyholm.compute.machine.CreateMachine.MOST_STORAGE;

import io.skyholm.compute.input.IpAddress;
import io.skyholm.compute.machine.CreateMachine;
import io.skyholm.compute.machine.HypervisorType;
import io.skyholm.events.host.EncryptionKeyStatement;
import io.skyholm.events.host.JoinStatement;
import io.skyholm.hosts.HostSignature;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent says when it brings its host: who it is, and what the host is made of. */
public record JoinHost(
        @NotNull @Size(min = 8, max = 200) String token,

        @NotNull @Pattern(regexp = CreateMachine.HOST_NAME, message = "must be a host name") String hostname,

        @Schema(description = "Ed25519, X.509, in Base64: the agent signs its reports with the key to it")
        @NotNull @Size(min = 40, max = 200) String publicKey,

        @NotNull HypervisorType hypervisorType,

        @NotNull @Min(1) @Max(MOST_CORES) Integer cpuCores,

        @NotNull @Min(1) @Max(MOST_MEMORY) Integer memoryGb,

        @NotNull @Min(1) @Max(MOST_STORAGE) Integer storageGb,

        @Min(0) @Max(MOST_GPUS) @Nullable Integer gpuCount,

        @Name @Nullable String gpuModel,
        @NotNull @IpAddress String managementIp,
        @IpAddress @Nullable String businessIp,
        @NotNull @Name String agentVersion,

        @Schema(description = "X25519, X.509, in Base64: secrets that this host needs are encrypted for it")
        @Size(min = 40, max = 200) @Nullable String encryptionKey,

        @Schema(
                description =
                        "Over encryptionKey, by the private key of publicKey, in Base64; nothing is encrypted for this host with a"
                                + " key without it but what is told by compute itself")
        @Size(min = 40, max = 200) @Nullable String encryptionKeySignature,

        @Schema(description = "When it was signed; it is worth nothing five minutes later") @Nullable Instant signedAt,

        @Schema(description = "By the private key of publicKey, in Base64; needed by a host that has joined already")
        @Size(min = 40, max = 200) @Nullable String signature) {

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Whether the agent has shown that it has the private key; one that shows a wrong signature shows nothing else either. */
    Proof proof(Instant now) {
        if (namesAnothersKey()) {
            return Proof.WRONG;
        }
        if (signature == null || signedAt == null) {
            return Proof.NONE;
        }
        boolean isFresh = Duration.between(signedAt, now).abs().compareTo(LIFE) <= 0;
        byte[] statement = new JoinStatement(token, publicKey, encryptionKey, signedAt).bytes();
        return isFresh && HostSignature.isBy(publicKey, statement, signature.getBytes(StandardCharsets.UTF_8))
                ? Proof.HELD
                : Proof.WRONG;
    }

    private boolean namesAnothersKey() {
        if (encryptionKeySignature == null) {
            return false;
        }
        byte[] statement = new EncryptionKeyStatement(publicKey, String.valueOf(encryptionKey)).bytes();
        return !HostSignature.isBy(publicKey, statement, encryptionKeySignature.getBytes(StandardCharsets.UTF_8));
    }

    /** What a signature says of who joins. */
    enum Proof {
        /** There is none: agents older than host encryption do not sign. */
        NONE,
        /** It has the key that it names. */
        HELD,
        /** It has not, or signed something else, or long ago. */
        WRONG
    }

    /** The machine that it becomes, where its token says and as what its token says. */
    CreateMachine asMachine(JoinToken by) {
        return new CreateMachine(
                by.resourcePoolId,
                hostname,
                null,
                by.machineType,
                by.rentalMode,
                hypervisorType,
                cpuCores,
                memoryGb,
                storageGb,
                gpuCount,
                gpuModel,
                managementIp,
                businessIp,
                null,
                List.of(by.tags));
    }
}

package io.skyholm.agent.join;

import org.jspecify.annotations.Nullable;

/** What a host says of itself when it asks to join. */
public record JoinRequest(
        String token,
        String hostname,
        String publicKey,
        String hypervisorType,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable String gpuModel,
        String managementIp,
        String agentVersion) {

    /** Says nothing of the token and of nothing secret. */
    @Override
    public String toString() {
        return "JoinRequest of " + hostname;
    }
}

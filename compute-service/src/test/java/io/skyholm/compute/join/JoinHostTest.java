package io.skyholm.compute.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.Host;
import io.skyholm.compute.join.JoinHost.Proof;
import io.skyholm.compute.machine.CreateMachine;
import io.skyholm.compute.machine.HypervisorType;
import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent says of its host, and what machine that becomes. */
class JoinHostTest {

    private static final UUID POOL = UUID.randomUUID();

    @Test
    void machineStandsWhereItsTokenSaysAndIsWhatItsTokenSays() {
        CreateJoinToken command =
                new CreateJoinToken(POOL, null, MachineType.GPU_SERVER, RentalMode.EXCLUSIVE, List.of("ssd"));
        CreateMachine machine = joining("gpuCount", "2").asMachine(token(command));
        assertThat(machine.resourcePoolId()).isEqualTo(POOL);
        assertThat(machine.machineType()).isEqualTo(MachineType.GPU_SERVER);
        assertThat(machine.rentalMode()).isEqualTo(RentalMode.EXCLUSIVE);
        assertThat(machine.tags()).containsExactly("ssd");
    }

    @Test
    void machineIsMadeOfWhatItsAgentFound() {
        CreateMachine machine =
                joining("gpuCount", "2").asMachine(token(new CreateJoinToken(POOL, null, null, null, List.of())));
        assertThat(machine.hostname()).isEqualTo("kvm-1");
        assertThat(machine.hypervisorType()).isEqualTo(HypervisorType.KVM);
        assertThat(machine.cpuCores()).isEqualTo(16);
        assertThat(machine.memoryGb()).isEqualTo(64);
        assertThat(machine.storageGb()).isEqualTo(1000);
        assertThat(machine.gpuCount()).isEqualTo(2);
        assertThat(machine.managementIp()).isEqualTo("10.0.0.1");
        assertThat(machine.machineType()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "token, '\"short\"'",
        "hostname, '\"-a\"'",
        "publicKey, '\"no key\"'",
        "hypervisorType, 'null'",
        "cpuCores, 0",
        "memoryGb, -1",
        "storageGb, 99999999",
        "gpuCount, 65",
        "managementIp, '\"host.example\"'",
        "businessIp, '\"10.0.0.256\"'",
        "agentVersion, '\"\"'"
    })
    void hostThatCannotBeIsRefusedByTheField(String field, String value) {
        assertThat(Constraints.brokenBy(joining(field, value))).containsExactly(field);
    }

    @Test
    void hostThatCanBeIsTaken() {
        assertThat(Constraints.brokenBy(joining("businessIp", "\"2001:db8::1\"")))
                .isEmpty();
    }

    @Test
    void agentProvesByASignatureOfAMomentAgoThatItHasItsKey() {
        HostKeys keys = HostKeys.fresh();
        JoinHost joining = RequestBody.read(EventJson.write(Host.joining("shj_somebodys-token", keys)), JoinHost.class);
        Instant now = Instant.now();
        assertThat(joining.proof(now)).isEqualTo(Proof.HELD);
        assertThat(joining.proof(now.plus(Duration.ofMinutes(6))))
                .as("overheard")
                .isEqualTo(Proof.WRONG);
        assertThat(joining.proof(now.minus(Duration.ofMinutes(6))))
                .as("signed ahead")
                .isEqualTo(Proof.WRONG);
        assertThat(joining("agentVersion", "\"1\"").proof(now)).isEqualTo(Proof.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "encryptionKey", "encryptionKeySignature", "signedAt", "publicKey"})
    void signatureIsOverAllThatCounts(String field) {
        HostKeys keys = HostKeys.fresh();
        Map<String, Object> body = Host.joining("shj_somebodys-token", keys);
        body.put(field, Host.joining("shj_anothers-token", HostKeys.fresh()).get(field));
        assertThat(RequestBody.read(EventJson.write(body), JoinHost.class).proof(Instant.now()))
                .isEqualTo(Proof.WRONG);
    }

    private static JoinToken token(CreateJoinToken command) {
        return new JoinToken(TokenText.fresh(), command, null, Instant.parse("2026-02-01T12:00:00Z"));
    }

    private static JoinHost joining(String field, String value) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "token", "\"" + TokenText.fresh().text() + "\"",
                "hostname", "\"kvm-1\"",
                "publicKey", "\"" + HostKeys.fresh().publicKey() + "\"",
                "hypervisorType", "\"KVM\"",
                "cpuCores", "16",
                "memoryGb", "64",
                "storageGb", "1000",
                "managementIp", "\"10.0.0.1\"",
                "agentVersion", "\"1.0\""));
        fields.put(field, value);
        String body = fields.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        return RequestBody.read(body, JoinHost.class);
    }
}

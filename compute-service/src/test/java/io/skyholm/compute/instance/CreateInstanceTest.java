package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody asks for who creates an instance, and what counts where they say nothing. */
class CreateInstanceTest {

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Size SIZE = new Size(2, 4, 10, 0);

    @Test
    void whatIsNotSaidIsWhatIsUsual() {
        InstanceSpec spec = spec("");
        assertThat(spec.options().hostname()).isNull();
        assertThat(spec.options().tags()).isEmpty();
        assertThat(spec.options().networks()).isEmpty();
        assertThat(spec.options().deletionProtection()).isFalse();
        assertThat(spec.options().undoSeconds()).isZero();
        assertThat(spec.options().waitSeconds()).isEqualTo(600);
        assertThat(spec.options().config().members()).isEmpty();
    }

    @Test
    void whatIsSaidCounts() {
        InstanceSpec spec = spec("""
                , "deletionProtection": true, "undoSeconds": 60, "waitSeconds": 0, "tags": ["shop"],
                "networks": [{"address": "10.64.0.5"}], "config": {"a": 1}""");
        assertThat(spec.options().deletionProtection()).isTrue();
        assertThat(spec.options().undoSeconds()).isEqualTo(60);
        assertThat(spec.options().waitSeconds()).isZero();
        assertThat(spec.options().tags()).containsExactly("shop");
        assertThat(spec.options().networks())
                .singleElement()
                .satisfies(network -> assertThat(network.address()).isEqualTo("10.64.0.5"))
                .satisfies(network -> assertThat(network.securityGroupIds()).isEmpty());
        assertThat(spec.options().config().members()).containsEntry("a", 1);
    }

    @Test
    void instanceThatSaysNothingFitsOnAnyMachineThatIsShared() {
        Demand demand = spec("").placement().demand(SIZE);
        assertThat(demand)
                .isEqualTo(new Demand(SIZE, false, null, null, null, null, null, Set.of(), null, null, Set.of()));
    }

    @Test
    void instanceAsksOfItsMachineWhatItSays() {
        UUID pool = UUID.randomUUID();
        Demand demand = spec("""
                , "resourcePoolId": "%s", "region": "eu-west", "rentalMode": "EXCLUSIVE", "machineType": "GPU_SERVER",
                "gpuModel": "L40S", "hostTags": ["ssd", "ssd"]""".formatted(pool)).placement().demand(SIZE);
        assertThat(demand.exclusive()).isTrue();
        assertThat(demand.poolId()).isEqualTo(pool);
        assertThat(demand.region()).isEqualTo("eu-west");
        assertThat(demand.machineType()).isEqualTo("GPU_SERVER");
        assertThat(demand.gpuModel()).isEqualTo("L40S");
        assertThat(demand.tags()).containsExactly("ssd");
    }

    @Test
    void sizeIsAskedForByPlanTemplateOrOutright() {
        UUID template = UUID.randomUUID();
        CreateInstance command =
                read(", \"templateId\": \"%s\", \"templateVersion\": \"v2\", \"memoryGb\": 8".formatted(template));
        assertThat(command.size()).isEqualTo(new RequestedSize(null, template, "v2", null, 8, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "cpuCores, 0",
        "cpuCores, 1025",
        "memoryGb, 65537",
        "storageGb, 0",
        "gpuCount, 65",
        "hostname, '\"-a\"'",
        "tags, '[\"a b\"]'",
        "waitSeconds, 604801",
        "undoSeconds, -1",
        "networks, '[{\"address\": \"10.0.0.256\"}]'",
        "stackScriptData, '{\"1ST\": \"x\"}'",
        "sshKeys, '[\"\"]'"
    })
    void whatCannotBeIsRefusedByItsField(String field, String value) {
        assertThat(Constraints.brokenBy(read(", \"%s\": %s".formatted(field, value))))
                .containsExactly(field);
    }

    @Test
    void instanceOfSeveralPortsAndAScriptIsTaken() {
        assertThat(Constraints.brokenBy(read("""
                , "networks": [{}, {"address": "2001:db8::5"}], "stackScriptData": {"DOMAIN": "a.example"}"""))).isEmpty();
    }

    private static InstanceSpec spec(String more) {
        ResolvedLaunch chosen = new ResolvedLaunch(SIZE, null, null, null, null, null, null);
        return read(more)
                .spec(
                        SOMEBODY,
                        new InstanceSpec.Owner(SOMEBODY, SOMEBODY, SOMEBODY, null),
                        chosen,
                        new BootSource.Named(null, List.of()));
    }

    private static CreateInstance read(String more) {
        return RequestBody.read("{\"name\": \"web\"" + more + "}", CreateInstance.class);
    }
}

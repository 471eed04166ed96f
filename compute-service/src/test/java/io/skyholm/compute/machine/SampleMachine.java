package io.skyholm.compute.machine;

import io.skyholm.compute.pool.PoolTerms;
import io.skyholm.runtime.http.RequestBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Machines of 16 cores in a pool that promises each of them twice. */
final class SampleMachine {

    static final PoolTerms TERMS = terms(UUID.randomUUID());

    private SampleMachine() {}

    static Machine offline() {
        return new Machine(UUID.randomUUID(), described("cpuCores", "16"), TERMS, null, Instant.EPOCH);
    }

    /** One whose agent was heard. */
    static Machine active() {
        Machine machine = offline();
        machine.isBack();
        return machine;
    }

    /** What such a machine is described with, one field otherwise. */
    static CreateMachine described(String field, String json) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "resourcePoolId", "\"" + TERMS.id() + "\"",
                "hostname", "\"kvm-1\"",
                "cpuCores", "16",
                "memoryGb", "64",
                "storageGb", "1000",
                "managementIp", "\"10.0.0.1\""));
        fields.put(field, json);
        String body = fields.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        return RequestBody.read(body, CreateMachine.class);
    }

    /** Terms of a pool in that data centre. */
    static PoolTerms terms(UUID dataCenter) {
        BigDecimal one = BigDecimal.ONE;
        return new PoolTerms(UUID.randomUUID(), dataCenter, BigDecimal.TWO, one, one);
    }
}

package io.skyholm.system.hostile;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who does their work meanwhile, one call after the other, and measures how long each takes. */
final class NormalClient {

    private static final List<String> LOOKS =
            List.of("/v1/me", "/v1/instances", "/v1/subnets", "/v1/groups", "/v1/audit-entries?limit=10");

    private final Api api;
    private final List<Long> nanos = new ArrayList<>();

    NormalClient(Customer customer) {
        this.api = customer.api();
    }

    /** Works until that moment; a call that is not answered as it should be fails. */
    NormalClient work(long endNanos) {
        while (System.nanoTime() < endNanos) {
            LOOKS.forEach(path -> timed(() -> api.get(path).expecting(200)));
            Api.Answer made = timed(() -> api.post("/v1/groups", Map.of("name", "g-" + UUID.randomUUID()))
                    .expecting(201));
            timed(() -> api.delete("/v1/groups/" + made.text("id")).expecting(200));
        }
        return this;
    }

    private Api.Answer timed(java.util.function.Supplier<Api.Answer> call) {
        long began = System.nanoTime();
        Api.Answer answer = call.get();
        nanos.add(System.nanoTime() - began);
        return answer;
    }

    int calls() {
        return nanos.size();
    }

    /** The time within which so many of a hundred calls were answered. */
    Duration percentile(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return Duration.ofNanos(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }
}

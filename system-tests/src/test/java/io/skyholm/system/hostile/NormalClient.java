package io.skyholm.system.hostile;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Somebody who does their work meanwhile, one call after the other, and measures how long each takes. Signs in again long before a token ends. */
final class NormalClient {

    private static final List<String> LOOKS =
            List.of("/v1/me", "/v1/instances", "/v1/subnets", "/v1/groups", "/v1/audit-entries?limit=10");

    private static final long SIGNED_IN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private Customer customer;
    private final List<Long> nanos = new ArrayList<>();

    NormalClient(Customer customer) {
        this.customer = customer;
    }

    /** Works until that moment; a call that is not answered as it should be fails. */
    NormalClient work(long endNanos) {
        long signedIn = System.nanoTime();
        while (System.nanoTime() < endNanos) {
            if (System.nanoTime() - signedIn > SIGNED_IN_NANOS) {
                customer = customer.signedInAgain();
                signedIn = System.nanoTime();
            }
            Api api = customer.api();
            LOOKS.forEach(path -> timed(() -> api.get(path).expecting(200)));
            Api.Answer made = timed(() -> api.post("/v1/groups", Map.of("name", "g-" + UUID.randomUUID()))
                    .expecting(201));
            timed(() -> api.delete("/v1/groups/" + made.text("id")).expecting(200));
        }
        return this;
    }

    private Api.Answer timed(Supplier<Api.Answer> call) {
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

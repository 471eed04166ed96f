package io.skyholm.compute.maintenance;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A window as its operator meets it. */
public record Plan(UUID id) {

    public static final String WINDOWS = "/v1/maintenance-windows";
    public static final Duration DAY = Duration.ofDays(1);

    /** One of that host, which begins so much later. */
    public static Plan of(Host host, Duration startsIn) {
        return of(body(host.id(), startsIn));
    }

    public static Plan of(Map<String, Object> body) {
        return new Plan(Fresh.made(WINDOWS, body));
    }

    /** The body that makes one that lasts two hours. */
    public static Map<String, Object> body(UUID machine, Duration startsIn) {
        Map<String, Object> body = new HashMap<>();
        body.put("computeMachineId", machine);
        body.put("startsAt", in(startsIn));
        body.put("endsAt", in(startsIn.plusHours(2)));
        body.put("reason", "New disks");
        return body;
    }

    public static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    public String path() {
        return WINDOWS + "/" + id;
    }

    public void isSoon(String status) {
        Eventually.holds(
                "the window is " + status,
                () -> ADMIN.get(path()).path("status").equals(status));
    }

    /** Has it looked at now, as if an event had come. */
    public void isLookedAt() {
        Tasks.lookAgain("maintenance", id);
    }

    /** Waits until it was looked at, and will be so again after a good while only. */
    public void rests() {
        Eventually.rows(
                1,
                "select count(*) from reconcile_task where kind = 'maintenance' and id = ? and leased_until is null"
                        + " and due_at > now() + interval '30 seconds'",
                id);
    }
}

package io.skyholm.system.suite;

import io.skyholm.local.books.BookCheck;
import io.skyholm.local.ceph.CephListing;
import io.skyholm.local.home.Certificate;
import io.skyholm.local.home.Site;
import io.skyholm.local.libvirt.GuestListing;
import io.skyholm.local.part.ServiceEnvironment;
import io.skyholm.local.suite.Replica;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.suite.TestPlatform;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole suite, started once for all journeys. */
public final class RunningSuite {

    /** Every part there is, in the order in which a failure journey kills them. */
    public static final List<String> PARTS = List.of(
            "identity",
            "compute",
            "network",
            "storage",
            "billing",
            "support",
            "audit",
            "audit-signer",
            "gateway",
            "host-agent",
            "kafka",
            "connect",
            "postgres",
            "keycloak");

    private static final TestPlatform PLATFORM =
            supervised(TestPlatform.ofItsOwn("suite", PARTS.toArray(String[]::new)));

    private static final Duration REVIVAL = Duration.ofMinutes(5);

    private RunningSuite() {}

    /**
     * Ends a part at once, as a crash would, and waits until the supervisor has it running again. One after the other: a
     * part that somebody else kills while it comes back has not been seen to come back.
     */
    public static synchronized void crash(String part) {
        parts().kill(part);
        Eventually.until(
                REVIVAL,
                () -> parts().running().contains(part)
                        && parts().part(part).part().isReady());
    }

    /** A second process of a service, until it is closed. */
    public static AutoCloseable replicaOf(String service) {
        return Replica.start(parts(), service, service + "-replica", Map.of());
    }

    /** Calendar time, as all services have it. */
    public static Instant now() {
        return PLATFORM.clock().now();
    }

    /** Moves calendar time forward for all services at once, and for all journeys behind this one. */
    public static void timePasses(Duration time) {
        PLATFORM.clock().forward(time);
    }

    /** Where a local host of that name keeps its disks. */
    public static Path disksOf(String hostname) {
        return site().data().of("host-agent").resolve(hostname).resolve("disks");
    }

    /** Waits until what the suite counts is what there is; what still differs in the end is said. */
    public static void booksAgree(Duration timeout) {
        agree(new BookCheck(site()), timeout);
    }

    /** The same where hosts have disks in a cluster with this. */
    public static void booksAgree(CephListing ceph, Duration timeout) {
        agree(new BookCheck(site(), Optional.of(ceph)), timeout);
    }

    /** The same with a host of real guests beside the suite. */
    public static void booksAgree(GuestListing guests, Duration timeout) {
        agree(new BookCheck(site(), Optional.empty(), guests), timeout);
    }

    private static void agree(BookCheck check, Duration timeout) {
        List<String> different = check.outcomes(timeout).stream()
                .filter(outcome -> !outcome.agrees())
                .map(outcome -> outcome.comparison().name() + ": " + outcome.differences())
                .toList();
        if (!different.isEmpty()) {
            throw new AssertionError("The books differ: " + different);
        }
    }

    /** Somebody watches the parts, as under {@code ./skyholm up}. */
    private static TestPlatform supervised(TestPlatform platform) {
        Supervisor supervisor = new Supervisor(platform.suite(), new LoggedProgress());
        Thread.ofVirtual().name("supervisor").start(() -> supervisor.watch(PARTS));
        return platform;
    }

    /** The front door, with somebody's token. */
    public static Api as(String token) {
        return new Api(URI.create("https://localhost:" + site().ports().of("gateway")), token);
    }

    /** The first administrator's token. */
    public static String administrator() {
        String password = environmentOf("identity").getOrDefault("SKYHOLM_FIRST_ADMIN_PASSWORD", "");
        return Keycloak.token("admin", password);
    }

    /** The environment variables of a service. */
    static Map<String, String> environmentOf(String service) {
        return new ServiceEnvironment(site()).of(service);
    }

    /** The address of a part that is not behind the front door. */
    static URI direct(String part) {
        return URI.create("http://127.0.0.1:" + site().ports().of(part));
    }

    /** What the gateway proves itself with: made for this suite, trusted by nobody else. */
    static Certificate certificate() {
        return new Certificate(site().data().of("tls"), site().secrets());
    }

    static Suite parts() {
        return PLATFORM.suite();
    }

    static Site site() {
        return parts().site();
    }
}

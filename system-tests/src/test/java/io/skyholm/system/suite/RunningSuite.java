package io.skyholm.system.suite;

import io.skyholm.local.home.Certificate;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.suite.TestPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The whole suite, started once for all journeys. */
public final class RunningSuite {

    /** Every part there is, in the order in which a failure journey kills them. */
    public static final List<String> PARTS =
            List.of("identity", "audit", "gateway", "kafka", "connect", "postgres", "keycloak");

    private static final TestPlatform PLATFORM = supervised(TestPlatform.with(PARTS.toArray(String[]::new)));

    private static final Duration REVIVAL = Duration.ofMinutes(5);

    private RunningSuite() {}

    /** Ends a part at once, as a crash would, and waits until the supervisor has it running again. */
    public static void crash(String part) {
        parts().kill(part);
        Eventually.until(
                REVIVAL,
                () -> parts().running().contains(part)
                        && parts().part(part).part().isReady());
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
        String password = parts().environmentOf("identity").getOrDefault("SKYHOLM_FIRST_ADMIN_PASSWORD", "");
        return Keycloak.token("admin", password);
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

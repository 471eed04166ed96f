package io.skyholm.local.suite;

import io.skyholm.local.Progress;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.part.ServiceEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts tests stand on, on free ports and fresh data, shared by all processes that test the same module at the same
 * time. The first one starts it, others join, and the last one to end stops it. Each module has one of its own, so that
 * modules can be tested side by side: with one for all, what the tests of one service tell changes what another knows.
 */
public final class TestPlatform {
    /** Names the module whose tests run; the build sets it. */
    private static final String MODULE = "skyholm.module";

    private final Suite suite;
    private final TestUsers users;

    private TestPlatform(Suite suite, TestUsers users) {
        this.suite = suite;
        this.users = users;
    }

    /** Joins the platform, starting these parts and what they need unless they run, until this process ends. */
    public static TestPlatform with(String... parts) {
        return with(Progress.SILENT, parts);
    }

    public static TestPlatform with(Progress progress, String... parts) {
        return at(folder(), progress, parts);
    }

    /** Another one, for who looks at all there is: on the usual one lies what other tests have left. */
    public static TestPlatform ofItsOwn(String name, String... parts) {
        return at("test-" + name, Progress.SILENT, parts);
    }

    private static String folder() {
        String module = System.getProperty(MODULE, "");
        return module.isEmpty() ? "test" : "test-" + module;
    }

    private static TestPlatform at(String folder, Progress progress, String... parts) {
        Checkout checkout = Checkout.find();
        Path generated = checkout.generated(System.getenv());
        DataDirectory data = new DataDirectory(generated.resolve(folder));
        TestUsers users = new TestUsers(data);
        return users.alone(() -> {
            if (users.areNone()) {
                beginAnew(checkout, generated, data);
            }
            new SuiteClock(data).create();
            if (List.of(parts).stream().anyMatch(Catalogue::isHost)) {
                RealHosts.want(data);
            }
            if (List.of(parts).stream().anyMatch(Catalogue.CEPH::contains)) {
                CephFiles.want(data);
            }
            boolean first = users.join();
            Site own = new Site(checkout, generated, data, users.ports());
            Optional<PostgresSource> elsewhere = PostgresSource.chosen();
            Suite suite = elsewhere
                    .map(source -> new Suite(source.settledIn(own), Set.of("postgres")))
                    .orElseGet(() -> new Suite(own));
            TestPlatform platform = new TestPlatform(suite, users);
            if (first) {
                Runtime.getRuntime().addShutdownHook(new Thread(platform::leave, "test-platform"));
            }
            suite.start(progress, List.of(parts));
            return platform;
        });
    }

    public Suite suite() {
        return suite;
    }

    /** The calendar time of all services under test. */
    public SuiteClock clock() {
        return new SuiteClock(suite.site().data());
    }

    /** The environment variables of a service under test, which migrates its schema by itself. */
    public Map<String, String> environmentOf(String service) {
        return new ServiceEnvironment(suite.site()).ofMigrating(service);
    }

    /** The settings of a client of Kafka that acts for the platform. */
    public Map<String, Object> kafkaSettings() {
        return suite.kafkaSettings();
    }

    /** Parts that an interrupted build left running are stopped before their data goes. */
    private static void beginAnew(Checkout checkout, Path generated, DataDirectory data) {
        new Suite(new Site(checkout, generated, data, Ports.configured(Map.of()))).stop(Progress.SILENT);
        Folders.delete(data.root());
        data.create();
    }

    private void leave() {
        users.alone(() -> {
            users.leave();
            if (users.areNone()) {
                suite.close(Progress.SILENT);
            }
            return this;
        });
    }
}

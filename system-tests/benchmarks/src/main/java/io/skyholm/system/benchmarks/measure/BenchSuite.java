package io.skyholm.system.benchmarks.measure;

import io.skyholm.local.Progress;
import io.skyholm.local.ceph.CephBucket;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.login.LauncherClient;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts that a benchmark measures: of its own, on fresh data, gone afterwards. */
public final class BenchSuite implements AutoCloseable {

    private final Suite suite;

    private BenchSuite(Suite suite) {
        this.suite = suite;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "bench-suite"));
    }

    public static BenchSuite with(String... parts) {
        return on(emptied(), parts);
    }

    /** Parts that keep what they have in Ceph, as hosts their disks and storage its images. */
    public static BenchSuite inCeph(String... parts) {
        Path data = emptied();
        CephFiles.want(new DataDirectory(data).create());
        return on(data, parts);
    }

    /** The bucket that storage has there. */
    public CephBucket bucket() {
        return new CephBucket(new CephFiles(suite.site()));
    }

    private static Path emptied() {
        Path data = data();
        Suite.in(data, Ports.free()).stop(Progress.SILENT);
        Folders.delete(data);
        return data;
    }

    private static BenchSuite on(Path data, String... parts) {
        BenchSuite suite = new BenchSuite(Suite.in(data, Ports.free()));
        suite.suite.start(Progress.SILENT, List.of(parts));
        return suite;
    }

    /** After the figures: a part that was started without a cache starts faster the next time. */
    public static void makeCachesForTheNext() {
        new TrainingRun(Site.in(data(), Ports.free())).run(Progress.SILENT);
    }

    private static Path data() {
        return Checkout.find().generated(System.getenv()).resolve("bench");
    }

    /** Where a part keeps what is its own. */
    public Path folder(String part) {
        return suite.site().data().of(part);
    }

    public int port(String part) {
        return suite.site().ports().of(part);
    }

    /** The settings of a client of Kafka, with these of its own. */
    public Map<String, Object> kafka(Map<String, String> own) {
        Map<String, Object> settings = new HashMap<>(suite.kafkaSettings());
        settings.putAll(own);
        return settings;
    }

    LauncherClient launcherClient() {
        return new LauncherClient(suite.site());
    }

    public String password(String name) {
        return suite.site().secrets().password(name);
    }

    public void start(String part) {
        suite.start(part);
    }

    /** Ends a part at once, as a crash would. */
    public void kill(String part) {
        suite.kill(part);
    }

    /** How many threads of the system a part's process has. */
    public long threads(String part) throws IOException {
        try (Stream<Path> tasks =
                Files.list(Path.of("/proc", Long.toString(process(part).pid()), "task"))) {
            return tasks.count();
        }
    }

    public ProcessHandle process(String part) {
        return suite.part(part).process().orElseThrow();
    }

    @Override
    public void close() {
        suite.close(Progress.SILENT);
    }
}

package io.skyholm.local.part;

import io.skyholm.local.Progress;
import io.skyholm.local.Resource;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.aot.Jars;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.aot.Tuning;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.artifact.PreparedFolder;
import io.skyholm.local.database.Relay;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kafka Connect with Debezium: carries what services wrote to their outboxes into Kafka. */
final class Connect implements Part {
    private static final String VERSION = "4.3.1-debezium-3.7.0-basic-auth";
    private static final int HEAP_MIB = 192;

    private final Site site;
    private final PreparedFolder jars;
    private final List<OutboxConnector> connectors;
    private final KafkaAccess access;
    private final ConnectAccess login;

    Connect(Site site) {
        this.site = site;
        this.jars = new PreparedFolder(site.parts().resolve("connect-" + VERSION));
        this.connectors = Relay.configured(System.getenv()).stream()
                .map(relay -> new OutboxConnector(site, relay))
                .toList();
        this.access = new KafkaAccess(site);
        this.login = new ConnectAccess(site);
    }

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public Set<String> needs() {
        return Set.of("postgres", "kafka");
    }

    @Override
    public void prepare(Progress progress) {
        jars.prepare(draft -> {
            progress.say("connect", "fetching Kafka Connect and Debezium " + VERSION);
            Maven.copyJars(site.checkout().root().resolve("deploy/local/parts/connect/pom.xml"), draft);
        });
    }

    @Override
    public Launch launch(AotMode mode) {
        Path settings = site.data().root().resolve("connect.properties");
        try {
            login.write();
            PrivateFiles.write(
                    settings,
                    Resource.text(
                            "kafka/connect.properties",
                            Map.of(
                                    "kafka", access.bootstrap(),
                                    "jaas", access.jaas(KafkaRights.CONNECT),
                                    "secrets", login.secrets().toString(),
                                    "port", Integer.toString(site.ports().of(name())))));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + settings, failure);
        }
        List<String> options =
                new ArrayList<>(Tuning.configured(System.getenv()).options(HEAP_MIB));
        options.addAll(Logging.warningsAnd());
        JavaProgram program = JavaProgram.ofClassPath(
                name(), options, Jars.below(jars.folder()), "org.apache.kafka.connect.cli.ConnectDistributed");
        return new Launch(
                program.withProperties(Map.of(
                                "java.security.auth.login.config",
                                login.logins().toString()))
                        .with(settings.toString())
                        .command(site.aotCaches(), mode),
                Map.of(),
                site.data().root());
    }

    /** The connectors are part of being ready: without them no event travels. */
    @Override
    public boolean isReady() {
        return connectors.stream().allMatch(connector -> connector.isInstalled() && connector.isRunning());
    }

    @Override
    public void tend() {
        connectors.forEach(OutboxConnector::restartIfFailed);
    }
}

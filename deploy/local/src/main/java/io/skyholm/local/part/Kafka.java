package io.skyholm.local.part;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.Resource;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.aot.Jars;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.aot.Tuning;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.artifact.PreparedFolder;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka, broker and controller in one process. */
final class Kafka implements Part {
    private static final String VERSION = "4.3.1";
    private static final int HEAP_MIB = 160;

    /** Every host has a topic. */
    private static final int HOSTS_PER_MIB = 16;

    private final Site site;
    private final PreparedFolder jars;
    private final KafkaTopics topics;

    Kafka(Site site) {
        this.site = site;
        this.jars = new PreparedFolder(site.parts().resolve("kafka-" + VERSION));
        this.topics = new KafkaTopics(site.ports().of("kafka"), new KafkaAccess(site));
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<String> ports() {
        return List.of("kafka", "kafka_controller");
    }

    @Override
    public void prepare(Progress progress) {
        jars.prepare(draft -> {
            progress.say("kafka", "fetching Kafka " + VERSION);
            Maven.copyJars(site.checkout().root().resolve("deploy/local/parts/kafka/pom.xml"), draft);
        });
    }

    @Override
    public void initialise() {
        writeSettings();
        if (Files.exists(site.data().of("kafka").resolve("meta.properties"))) {
            return;
        }
        List<String> command =
                new ArrayList<>(program("kafka.tools.StorageTool").command());
        // An id may begin with a hyphen, which by itself would be taken for an option.
        command.addAll(List.of(
                "format",
                "--config",
                settings().toString(),
                "--cluster-id=" + site.secrets().password("kafka_cluster").substring(0, 22)));
        Command ended = Command.run(new Launch(command, Map.of(), site.data().root()));
        if (!ended.worked()) {
            throw new LaunchProblem("Kafka could not format its storage: " + ended.output(), "./skyholm reset");
        }
    }

    @Override
    public Launch launch(AotMode mode) {
        List<String> command =
                program("kafka.Kafka").with(settings().toString()).command(site.aotCaches(), mode);
        return new Launch(command, Map.of(), site.data().root());
    }

    @Override
    public boolean isReady() {
        return topics.answer();
    }

    @Override
    public void settle() {
        topics.create();
    }

    private JavaProgram program(String mainClass) {
        List<String> options =
                new ArrayList<>(Tuning.configured(System.getenv()).options(heapMiB()));
        options.addAll(Logging.warningsAnd("kafka.server.KafkaRaftServer"));
        return JavaProgram.ofClassPath("kafka", options, Jars.below(jars.folder()), mainClass);
    }

    private static int heapMiB() {
        return HEAP_MIB + LocalHosts.configured(System.getenv()).count() / HOSTS_PER_MIB;
    }

    private Path settings() {
        return site.data().root().resolve("kafka.properties");
    }

    private void writeSettings() {
        try {
            KafkaAccess access = new KafkaAccess(site);
            PrivateFiles.write(
                    settings(),
                    Resource.text(
                            "kafka/server.properties",
                            Map.of(
                                    "port", Integer.toString(site.ports().of("kafka")),
                                    "controllerPort",
                                            Integer.toString(site.ports().of("kafka_controller")),
                                    "user", KafkaAccess.USER,
                                    "platform", access.platformJaas(),
                                    "clients", access.clientsJaas(),
                                    "folder", site.data().of("kafka").toString())));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + settings(), failure);
        }
    }
}

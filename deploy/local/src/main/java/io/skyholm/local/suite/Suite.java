package io.skyholm.local.suite;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.part.KafkaAccess;
import io.skyholm.local.part.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** All parts at one site, and what can be done with them together or one by one. */
public final class Suite {
    private final Site site;
    private final Set<String> elsewhere;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, RunningPart> parts = new LinkedHashMap<>();

    public Suite(Site site) {
        this(site, Set.of());
    }

    /** A suite some of whose parts run elsewhere and are not this one's to start. */
    Suite(Site site, Set<String> elsewhere) {
        this(site, elsewhere, AotMode.USE);
    }

    Suite(Site site, Set<String> elsewhere, AotMode mode) {
        this.site = site;
        this.elsewhere = elsewhere;
        site.data().create();
        for (Part part : Catalogue.at(site).values()) {
            parts.put(part.name(), new RunningPart(part, site, mode, closed));
        }
    }

    /** A suite of this checkout that keeps its data in the given folder. */
    public static Suite in(Path dataDirectory, Ports ports) {
        return new Suite(Site.in(dataDirectory, ports));
    }

    public Site site() {
        return site;
    }

    /** The names of all parts there are, in a sensible order to read. */
    public Set<String> names() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    /** The names of the parts whose process lives. */
    public List<String> running() {
        return names().stream().filter(name -> part(name).process().isPresent()).toList();
    }

    public RunningPart part(String name) {
        RunningPart part = parts.get(name);
        if (part == null) {
            throw new LaunchProblem("there is no part " + name, "choose one of " + String.join(", ", names()));
        }
        return part;
    }

    /** Starts these parts and all they need, as much at once as can be, and returns when all are ready. */
    public void start(Progress progress, Collection<String> wanted) {
        new ConcurrentStart(this, progress).start(withNeeds(wanted), () -> {});
    }

    /** The same while what this tree builds is being built: the platform does not wait for that. */
    public void start(Progress progress, Collection<String> wanted, Runnable build) {
        new ConcurrentStart(this, progress).start(withNeeds(wanted), build);
    }

    public void start(String... wanted) {
        start(Progress.SILENT, List.of(wanted));
    }

    /** Whether those of these parts that do not run yet could have their ports. */
    public void requireFreePorts(Collection<String> names) {
        PortCheck check = new PortCheck(site.ports());
        names.stream()
                .map(this::part)
                .filter(part -> part.process().isEmpty())
                .forEach(part -> check.requireFree(part.part()));
    }

    /** Stops everything that runs, in the opposite order. */
    public void stop(Progress progress) {
        List<String> order = new ArrayList<>(names());
        Collections.reverse(order);
        order.stream().filter(name -> !Catalogue.isStoodOn(name)).toList().parallelStream()
                .forEach(name -> part(name).stop(progress));
        // After the agent, which would start again what they end.
        order.stream().filter(Catalogue::isHost).toList().parallelStream()
                .forEach(name -> part(name).stop(progress));
        for (List<String> together : List.of(
                List.of("connect", "keycloak", "ceph-rgw"),
                List.of("kafka", "ceph-osd"),
                List.of("ceph-mon"),
                List.of("postgres"))) {
            together.parallelStream().filter(parts::containsKey).forEach(name -> part(name)
                    .stop(progress));
        }
    }

    /** Stops everything for good: whatever is still starting, or would be started again, is not. */
    public void close(Progress progress) {
        closed.set(true);
        stop(progress);
    }

    /**
     * Ends everything for good and at once, because nothing of it is kept. PostgreSQL is asked: it would leave shared memory
     * behind.
     */
    void abandon() {
        closed.set(true);
        names().parallelStream().filter(name -> !name.equals("postgres")).forEach(name -> part(name)
                .abandon());
        part("postgres").stop(Progress.SILENT);
    }

    /** Starts nothing any more, as a closed suite, and leaves what runs to others. */
    public void release() {
        closed.set(true);
        parts.values().forEach(RunningPart::awaitLaunch);
    }

    public boolean isClosed() {
        return closed.get();
    }

    public void stop(String name) {
        part(name).stop(Progress.SILENT);
    }

    /** Ends a part at once, as a crash would. */
    public void kill(String name) {
        part(name).kill();
    }

    /** The settings of a client of Kafka that acts for the platform. */
    public Map<String, Object> kafkaSettings() {
        return new KafkaAccess(site).settings();
    }

    /** These parts and all that must run with them, each after what it needs. */
    public Set<String> withNeeds(Collection<String> wanted) {
        Set<String> all = new LinkedHashSet<>();
        for (String name : wanted) {
            all.addAll(withNeeds(part(name).part().needs()));
            all.addAll(withNeeds(part(name).part().runsBeside()));
            all.add(name);
        }
        all.removeAll(elsewhere);
        return all;
    }
}

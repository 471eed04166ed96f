package io.skyholm.local.terminal;

import io.skyholm.local.process.Footprint;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What the whole suite costs, its supervisor included. */
public record SuiteFootprint(Suite suite) {

    public Footprint total() {
        Stream<ProcessHandle> parts = suite.names().stream().map(suite::part).flatMap(part -> part.process().stream());
        Optional<ProcessHandle> supervisor = Supervisor.pidFile(suite).living();
        return Stream.concat(parts.map(Footprint::of), supervisor.stream().map(Footprint::withoutChildren))
                .reduce(new Footprint(0, Duration.ZERO), Footprint::plus);
    }
}

package io.skyholm.agent;

import io.skyholm.agent.desired.DesiredStateListener;
import io.skyholm.agent.desired.DesiredStateReader;
import io.skyholm.agent.desired.SeenGenerations;
import io.skyholm.agent.report.ReportSender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** How one host hears what is desired of it, and speaks. */
interface ControlPlaneLink extends AutoCloseable {

    /** What its reports leave by. */
    ReportSender sender();

    /** Tells what is desired until the line is closed; fails when Kafka will not have it. */
    void read(DesiredStateListener listener);

    @Override
    void close();

    /** Waits until reading has ended, and fails as it failed. */
    static void await(CompletableFuture<Void> end) {
        try {
            end.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** A line of a host's own: it may do what this host may do, and nothing else. */
    record Own(ReportSender sender, DesiredStateReader reader, String topic, SeenGenerations seen)
            implements ControlPlaneLink {

        @Override
        public void read(DesiredStateListener listener) {
            CompletableFuture<Void> end = reader.follow(topic, seen, listener);
            CompletableFuture<Void> ended = end.whenComplete((done, failure) -> reader.close());
            reader.read();
            await(ended);
        }

        @Override
        public void close() {
            reader.close();
            sender.close();
        }
    }
}

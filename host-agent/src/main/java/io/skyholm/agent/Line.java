package io.skyholm.agent;

import io.skyholm.agent.report.ReportSender;
import io.skyholm.agent.wish.SeenGenerations;
import io.skyholm.agent.wish.WishListener;
import io.skyholm.agent.wish.WishReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** How one host hears what is wished of it, and speaks. */
interface Line extends AutoCloseable {

    /** What its reports leave by. */
    ReportSender sender();

    /** Tells what is wished until the line is closed; fails when Kafka will not have it. */
    void read(WishListener listener);

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
    record Own(ReportSender sender, WishReader reader, String topic, SeenGenerations seen) implements Line {

        @Override
        public void read(WishListener listener) {
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

package io.skyholm.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the gateway from the environment of its process and ends with it. */
public final class Main {

    private static final int STOP_SECONDS = 2;

    /** Held, so that its level stays: it tells of every frame that a client sends too late. */
    private static final Logger FRAMES = Logger.getLogger("io.netty.handler.codec.http2");

    private Main() {}

    /** Takes no arguments: everything is in the environment. */
    public static void main(String[] arguments) {
        FRAMES.setLevel(Level.WARNING);
        try {
            Settings settings = Settings.from(System.getenv());
            Vertx vertx = Vertx.vertx(options());
            Future<Gateway> started = Gateway.start(vertx, settings, System.out)
                    .onSuccess(gateway -> System.out.println("Gateway ready at " + settings.publicUrl()))
                    .onFailure(failure -> fail("cannot listen on port " + settings.port() + ": " + reason(failure)));
            long seconds = settings.limits().drain().toSeconds() + STOP_SECONDS;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, vertx, seconds)));
        } catch (IllegalArgumentException wrong) {
            fail(reason(wrong));
        }
    }

    private static VertxOptions options() {
        // Nothing is read from disk while serving, so the file cache and most worker threads have no use here.
        return new VertxOptions()
                .setEventLoopPoolSize(Gateway.eventLoops())
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    /** Whether it did so in order and in time. */
    static boolean stop(Future<Gateway> started, Vertx vertx, long seconds) {
        try {
            await(started.compose(Gateway::drain).otherwiseEmpty(), seconds);
            // Not composed onto what was drained: that is completed on an event loop, of which there are none once this
            // is done.
            await(vertx.close(), seconds);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            System.err.println("The gateway did not stop in order: " + reason(failure));
        }
        return false;
    }

    private static void await(Future<Void> done, long seconds)
            throws InterruptedException, ExecutionException, TimeoutException {
        done.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    }

    private static void fail(String message) {
        System.err.println("The gateway cannot start: " + message);
        Runtime.getRuntime().halt(1);
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}

package io.skyholm.agent;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the agent from the environment of its process and ends with it. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /** Takes no arguments: everything is in the environment. */
    public static void main(String[] arguments) {
        try {
            run(Settings.from(System.getenv()));
        } catch (IllegalArgumentException wrong) {
            System.err.println("The host agent cannot start: " + wrong.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        List<Host> hosts = new Hosts(settings, timer).all();
        settings.healthPort().ifPresent(port -> new HealthPage(port, hosts));
        hosts.forEach(Host::start);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> hosts.parallelStream().forEach(Host::close), "farewell"));
        LOG.info("The agent of {} hosts runs", hosts.size());
    }
}

package io.skyholm.compute;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.skyholm.events.host.HostTopics;
import io.skyholm.runtime.testing.fixtures.Broker;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that hosts can report, whoever makes the topic elsewhere. */
public class ObservedTopic implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 3;

    @Override
    public Map<String, String> start() {
        try (Admin admin = Admin.create(Broker.settings())) {
            admin.createTopics(Set.of(new NewTopic(HostTopics.OBSERVED, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        // Here a few hosts report, and each report is waited for: they need not be noted many at a time.
        return Map.of("mp.messaging.incoming.host-reports.fetch.min.bytes", "1");
    }

    @Override
    public void stop() {
        // The topic goes with the platform.
    }
}

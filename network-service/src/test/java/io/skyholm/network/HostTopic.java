package io.skyholm.network;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.skyholm.events.host.HostTopics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topic of hosts' reports, should the platform not have it yet. */
public class HostTopic implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (Admin admin = Admin.create(Broker.settings())) {
            admin.createTopics(Set.of(new NewTopic(HostTopics.OBSERVED, 3, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    @Override
    public void stop() {
        // The topic goes with the platform.
    }
}

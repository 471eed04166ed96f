package io.skyholm.runtime.testing.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.skyholm.local.suite.TestPlatform;
import io.skyholm.runtime.testing.answers.RecordedAnswers;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test the parts it needs, started by the same launcher that people use. Arguments: {@code
 * service}, and {@code parts}, separated by blanks.
 */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {

    private String service = "";
    private String[] parts = {};

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "support");
        parts = arguments.getOrDefault("parts", "postgres kafka").split(" ", -1);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration =
                new HashMap<>(TestPlatform.with(parts).environmentOf(service));
        configuration.putAll(TestTokens.configuration());
        configuration.putAll(CalledOperations.recording());
        RecordedAnswers.clear();
        return configuration;
    }

    @Override
    public void stop() {
        // The platform serves the next module too; the last process to end stops it.
    }
}

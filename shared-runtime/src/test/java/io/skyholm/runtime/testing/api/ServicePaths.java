package io.skyholm.runtime.testing.api;

import io.skyholm.runtime.testing.fixtures.ServiceName;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the calls that every service answers are addressed. */
final class ServicePaths {

    private static final String USAGES = "/v1/services/{service}/quota-usages";

    /** Shows everybody what is their own, so that nothing there is somebody else's. */
    static final String EVERYBODYS = "GET " + USAGES;

    static final Map<String, Supplier<String>> ALL = Stream.of(
                    SampleTask.PATHS, Map.<String, Supplier<String>>of(USAGES, ServicePaths::usages))
            .flatMap(paths -> paths.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private ServicePaths() {}

    private static String usages() {
        return USAGES.replace("{service}", ServiceName.underTest());
    }
}

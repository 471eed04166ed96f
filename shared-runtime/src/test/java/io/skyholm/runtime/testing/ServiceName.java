package io.skyholm.runtime.testing;

import org.eclipse.microprofile.config.ConfigProvider;

/** Which service the running tests belong to, so that what they share need not be told. */
final class ServiceName {

    private ServiceName() {}

    /** As the module's own application.properties says it. */
    static String underTest() {
        return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    }
}

package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A service whose name is not among those that audit listens to would act without a trace. */
class EveryTopicIsAuditedTest {

    @Test
    void everyTopicOfTheCatalogueIsSubscribedTo() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = EveryTopicIsAuditedTest.class.getResourceAsStream("/application.properties")) {
            settings.load(Objects.requireNonNull(file));
        }
        Pattern subscribed = Pattern.compile(settings.getProperty("mp.messaging.incoming.events.topic"));
        assertThat(EventCatalogue.topics())
                .isNotEmpty()
                .allMatch(topic -> subscribed.matcher(topic).matches());
    }
}

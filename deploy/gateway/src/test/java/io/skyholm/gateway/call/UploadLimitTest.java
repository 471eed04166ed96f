package io.skyholm.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The gateway lets through what the service takes. */
class UploadLimitTest {

    private static final Path STORAGE = Path.of("../../storage-service/src/main/resources/application.properties");

    @Test
    void partOfAnUploadIsAsLargeAsAnImageMayBe() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(STORAGE)) {
            settings.load(file);
        }
        String largest = settings.getProperty("skyholm.storage.largest-image");
        assertThat(largest).matches("\\d+G");
        long bytes = Long.parseLong(largest.substring(0, largest.length() - 1)) << 30;
        RouteClasses classes = RouteClasses.parse(Files.readString(Path.of("src/main/resources/limits.table")));
        assertThat(classes.all())
                .filteredOn(route -> route.name().equals("upload"))
                .extracting(RouteClass::bodyBytes)
                .containsExactly(bytes);
    }
}

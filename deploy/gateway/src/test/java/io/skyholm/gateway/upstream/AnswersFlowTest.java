package io.skyholm.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswersFlowTest {

    @Test
    void noAnswerOfAServiceIsKeptWhole() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/skyholm/gateway/upstream"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(file)
                    .content()
                    .doesNotContainPattern("(?i)(answer|response)\\w*\\s*\\.body\\(\\)")
                    .doesNotContain("HttpClientResponse::body"));
        }
    }
}

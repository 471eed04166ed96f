package io.skyholm.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    private final Path root;

    CheckoutTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void tree() throws IOException {
        for (String module : new String[] {"deploy/local", "audit-service", "identity-service"}) {
            Files.createDirectories(root.resolve(module));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(root.resolve("pom.xml"), """
                <module>audit-service</module>
                <module>billing-service</module>
                <!-- <module>identity-service</module> -->
                """);
    }

    @Test
    void theTreeIsFoundFromAnyFolderInside() throws IOException {
        Path deep = Files.createDirectories(root.resolve("audit-service/src/main"));

        assertThat(Checkout.find(null, deep).root()).isEqualTo(root);
        assertThat(Checkout.find(root.toString(), Path.of("/")).root()).isEqualTo(root);
    }

    @Test
    void outsideOfATreeThereIsNothingToFind() {
        assertThatThrownBy(() -> Checkout.find(null, Path.of("/"))).isInstanceOf(LaunchProblem.class);
    }

    @Test
    void aModuleCountsWhenItIsThereAndBuilt() {
        Checkout checkout = new Checkout(root);

        assertThat(checkout.has("audit-service")).isTrue();
        assertThat(checkout.has("billing-service")).isFalse();
        assertThat(checkout.has("identity-service")).isFalse();
    }

    @Test
    void whatIsGeneratedCanBeKeptElsewhere() {
        Checkout checkout = new Checkout(root);

        assertThat(checkout.generated(Map.of())).isEqualTo(root.resolve(".skyholm"));
        assertThat(checkout.generated(Map.of("SKYHOLM_DATA", "/elsewhere"))).isEqualTo(Path.of("/elsewhere"));
    }
}

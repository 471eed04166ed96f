package io.skyholm.runtime.sample;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.BadInput;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Everything that the kit sends is refused by the sample. */
@QuarkusTest
class NoteBadInputTest {

    private static final NoteCalls CALLER = NoteCalls.ofNewTenant();

    @TestFactory
    Stream<DynamicTest> isRefused() {
        String path = "/v1/notes/" + CALLER.write("Bad input");
        Examples examples = new Examples()
                .example("POST /v1/notes", Map.of("title", "Milk"))
                .example("PATCH /v1/notes/{id}", Map.of("title", "Bread"))
                .path("/v1/notes/{id}", () -> path);
        return BadInput.of("support", Person.ADMIN.token(), examples).tests();
    }
}

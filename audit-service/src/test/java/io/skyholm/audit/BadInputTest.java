package io.skyholm.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.BadInput;
import io.skyholm.runtime.testing.Examples;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever nobody should send is refused, naming the parameter. */
@QuarkusTest
class BadInputTest {

    @TestFactory
    Stream<DynamicTest> isRefused() {
        Told event = Told.of(UUID.randomUUID());
        Broker.tell(event);
        Reader.written(event.id());
        Examples examples = new Examples()
                .path("/v1/audit-entries/{id}", () -> "/v1/audit-entries/" + event.id());
        return BadInput.of("audit", Reader.ADMIN.token(), examples).tests();
    }
}

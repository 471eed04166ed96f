package io.skyholm.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.BadInput;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever nobody should send is refused, naming the parameter. */
@QuarkusTest
class BadInputTest {

    @TestFactory
    Stream<DynamicTest> isRefused() {
        return BadInput.of("audit", Reader.ADMIN.token(), AuditExamples.in(UUID.randomUUID()))
                .tests();
    }
}

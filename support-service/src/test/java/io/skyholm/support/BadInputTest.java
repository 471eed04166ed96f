package io.skyholm.support;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.BadInput;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever nobody should send is refused, naming the field, and changes nothing. */
@QuarkusTest
class BadInputTest {

    @TestFactory
    Stream<DynamicTest> isRefused() {
        return BadInput.of("support", Person.ADMIN.token(), SupportExamples.of(Person.fresh()))
                .tests();
    }
}

package io.skyholm.support;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.api.Lists;
import io.skyholm.runtime.testing.api.Repeats;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every list and for every call that creates something. */
@QuarkusTest
class ConventionsTest {

    /** What was read is read. */
    private static final Set<String> NOT_REPEATED =
            Set.of("POST /v1/notifications/read", "POST /v1/notifications/{id}/read");

    @TestFactory
    Stream<DynamicTest> areKept() {
        Examples examples = SupportExamples.of(Person.fresh());
        String token = Person.ADMIN.token();
        return Stream.concat(
                Lists.of(token, examples, Set.of()).tests(),
                Repeats.of(token, examples).tests(NOT_REPEATED));
    }
}

package io.skyholm.billing;

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

    @TestFactory
    Stream<DynamicTest> areKept() {
        Examples examples = BillingExamples.of(Person.fresh());
        String token = Person.ADMIN.token();
        return Stream.concat(
                Lists.of(token, examples, Set.of()).tests(),
                Repeats.of(token, examples)
                        .tests(Set.of("POST /v1/invoices/{id}/cancel", "POST /v1/wallets/{id}/quote")));
    }
}

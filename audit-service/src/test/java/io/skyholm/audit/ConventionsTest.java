package io.skyholm.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.Lists;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every list. */
@QuarkusTest
class ConventionsTest {

    /** Of calls and digests there may be none yet: CallEntriesTest, ChainVerificationTest. */
    private static final Set<String> VALUELESS =
            Set.of("GET /v1/audit-digests by chainId", "GET /v1/audit-entries by credential");

    @TestFactory
    Stream<DynamicTest> areKept() {
        return Lists.of(Reader.ADMIN.token(), AuditExamples.in(UUID.randomUUID()), VALUELESS)
                .tests();
    }
}

package io.skyholm.storage;

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

    /**
     * What has grown is not as small any more as the call takes it to be, what is rolled back, moved, checked or gets another key is not AVAILABLE, what was
     * restored is deleted no more, and whoever answers an offer again has answered it.
     */
    private static final Set<String> NOT_REPEATED = Set.of(
            "POST /v1/disks/{id}/grow",
            "POST /v1/disks/{id}/rollback",
            "POST /v1/disks/{id}/move",
            "POST /v1/disks/{id}/check",
            "POST /v1/disks/{id}/rotate-key",
            "POST /v1/disks/{id}/restore",
            "POST /v1/images/{id}/restore",
            "POST /v1/images/{id}/versions/{versionId}/restore",
            "POST /v1/storage-transfers/{id}/accept",
            "POST /v1/storage-transfers/{id}/decline");

    /** Boot disks, and what schedules made when it was time, have tests in their own rooms. */
    private static final Set<String> VALUELESS = Set.of(
            "GET /v1/disks by bootInstanceId", "GET /v1/snapshots by scheduleId", "GET /v1/backups by scheduleId");

    @TestFactory
    Stream<DynamicTest> areKept() {
        Examples examples = StorageExamples.of(Person.fresh());
        String token = Person.ADMIN.token();
        return Stream.concat(
                Lists.of(token, examples, VALUELESS).tests(),
                Repeats.of(token, examples).tests(NOT_REPEATED));
    }
}

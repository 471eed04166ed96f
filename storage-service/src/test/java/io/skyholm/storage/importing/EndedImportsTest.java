package io.skyholm.storage.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import io.skyholm.storage.source.DrippingSource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What ends an import before all bytes have come, and that nothing of it is left open. */
@QuarkusTest
class EndedImportsTest {

    private static final int SIZE = 6 << 20;

    @Inject
    ImportReconciler imports;

    @Inject
    CalendarClock clock;

    private final Person owner = Person.fresh();
    private final byte[] bytes = Fresh.bytes(SIZE);

    @Test
    void theLineIsEndedWithAnImportWhoseVersionIsDeleted() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            String version = begun(source);
            owner.delete(version).then().statusCode(200);
            Eventually.holds("the line is ended", () -> source.ended() == 1);
        }
    }

    @Test
    void aSourceWhoseHeadComesByTheDropKeepsNoLineWhenItsStepHasEnded() throws IOException {
        try (DrippingSource source = new DrippingSource()) {
            String version = asked(source.url(), owner);
            Eventually.holds("it is asked", () -> source.asked() == 1);
            owner.delete(version).then().statusCode(200);
            Eventually.holds("no line is open", () -> source.open() == 0);
            assertThat(source.asked()).isEqualTo(1);
        }
    }

    @Test
    void theLineIsEndedWithAnImportThatTakesTooLong() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            String version = begun(source);
            Sql.asSuperuser("storage")
                    .change("update image_version set import_until = now() where id = ?", Fresh.id(version));
            fails(owner, version, "in time");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
            assertThat(source.ranges()).hasSize(1);
        }
    }

    @Test
    void theLineIsEndedWithAnImportOfWhichNobodyTellsAnyMoreAndItsUploadIsLetGo() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            String version = begun(source);
            Sql storage = Sql.asSuperuser("storage");
            storage.change("update image_version set import_until = null where id = ?", Fresh.id(version));
            storage.change("delete from reconcile_task where kind = 'image-import' and id = ?", Fresh.id(version));
            Instant later = clock.instant().plus(Duration.ofMinutes(11));
            Eventually.holds("the line is ended", () -> {
                Chains.outcomeOf(() -> imports.endForgotten(later));
                return source.ended() == 1;
            });
            Eventually.rows(
                    1,
                    "select count(*) from upload where version_id = ? and status = 'OPEN' and lease_id is null",
                    Fresh.id(version));
        }
    }

    @Test
    void anImportEndsWhenItsImageIsArchivedAndItsUploadWithIt() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            String version = begun(source);
            String image = version.substring(0, version.indexOf("/versions/"));
            owner.patch(image, Map.of("status", "ARCHIVED")).then().statusCode(200);
            fails(owner, version, "archived");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
            assertThat(Sql.asSuperuser("storage")
                            .number(
                                    "select count(*) from upload where version_id = ? and status = 'OPEN'",
                                    Fresh.id(version)))
                    .isZero();
            owner.patch(image, Map.of("status", "ACTIVE")).then().statusCode(200);
            Tus.uploaded(owner, version, bytes);
        }
    }

    @Test
    void anImportEndsWhenItsTenantIsSuspended() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            String version = begun(source);
            Senders.tenantIs(owner.tenant(), TenantStatus.SUSPENDED);
            fails(owner, version, "SUSPENDED");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
        }
    }

    @Test
    void anImportEndsWhenWhoAskedForItIsDeleted() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            Senders.userIs(owner, 1, UserStatus.ACTIVE, BuiltInRole.TENANT_ADMIN.name());
            String version = begun(source);
            Senders.userIs(owner, 2, UserStatus.DELETED, BuiltInRole.TENANT_ADMIN.name());
            fails(colleague(), version, "account");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
        }
    }

    @Test
    void anImportEndsWhenWhoAskedForItMayNotChangeImagesAnyMore() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            Senders.userIs(owner, 1, UserStatus.ACTIVE, BuiltInRole.TENANT_ADMIN.name());
            String version = begun(source);
            Senders.userIs(owner, 2, UserStatus.ACTIVE);
            fails(colleague(), version, "IMAGE:UPDATE");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
        }
    }

    @Test
    void anImportEndsWhenTheApiKeyThatAskedForItIsRevoked() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            Senders.userIs(owner, 1, UserStatus.ACTIVE, BuiltInRole.TENANT_ADMIN.name());
            UUID key = UUID.randomUUID();
            String version = begun(source, Senders.withKey(owner, key));
            Senders.keyIsRevoked(owner, key);
            fails(owner, version, "API key");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
            owner.get(version).then().body("importUntil", nullValue());
        }
    }

    @Test
    void anImportEndsWhenItsImageIsInNoProjectOfWhoAskedForItAnyMore() throws IOException {
        try (SourceServer source = new SourceServer(bytes).slowly()) {
            UUID tenant = owner.tenant();
            UUID project = UserGroups.known(tenant);
            Person member = Projects.limited(tenant, project);
            UUID membership = UserGroups.join(tenant, project, member.id());
            String version = begun(source, member);
            UserGroups.leave(membership, tenant, project, member.id());
            fails(owner, version, "may not change this image");
            Eventually.holds("the line is ended", () -> source.ended() == 1);
        }
    }

    /** One of which some bytes have come. */
    private String begun(SourceServer source) {
        return begun(source, owner);
    }

    private static String begun(SourceServer source, Person sender) {
        String version = asked(source.url("/disk.raw"), sender);
        Eventually.holds("some of it has come", () -> {
            Integer received = sender.get(version).path("receivedBytes");
            return received != null && received > 0;
        });
        return version;
    }

    private static String asked(String url, Person sender) {
        Map<String, Object> body = new HashMap<>(Fresh.version());
        body.put("sourceUrl", url);
        String image = Fresh.imageOf(sender);
        return image + "/versions/" + sender.made(image + "/versions", body);
    }

    /** Who is still let in and sees it. */
    private Person colleague() {
        return Person.in(owner.tenant(), BuiltInRole.TENANT_ADMIN);
    }

    private static void fails(Person seenBy, String version, String why) {
        Eventually.found(version, () -> seenBy.get(version).path("status"), "FAILED"::equals);
        seenBy.get(version).then().body("failureReason", containsString(why));
    }
}

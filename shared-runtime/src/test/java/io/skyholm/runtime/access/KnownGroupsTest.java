package io.skyholm.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Groups and who is in them are learnt once for all rooms, whatever the order in which their facts come. */
@QuarkusTest
class KnownGroupsTest {

    private static final Sql SQL = Sql.asSuperuser("support");

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @Test
    void whoHasLeftStaysAwayThoughTheirJoiningIsToldAgain() {
        UUID group = UserGroups.known(tenant);
        UUID membership = UserGroups.join(tenant, group, user);
        UserGroups.leave(membership, tenant, group, user);
        long heard = heard();
        Broker.tell(
                GroupMemberEvents.ADDED,
                new GroupMemberFact(membership, 1, tenant, group, user, Instant.now(), null, null));
        Eventually.holds("it is told again", () -> heard() > heard);
        assertThat(SQL.number(
                        "select count(*) from known_user_group_member where user_id = ? and not is_removed", user))
                .isZero();
    }

    private static long heard() {
        return SQL.number("select count(*) from inbox_event where consumer = 'access'");
    }

    @Test
    void groupIsWhereItsLastFactSays() {
        UUID top = UserGroups.known(tenant);
        UUID below = UserGroups.known(tenant, top, null);
        assertThat(within(top)).contains(below.toString());
        UserGroups.tell(below, 2, tenant, null, null);
        assertThat(within(top)).doesNotContain(below.toString());
        UserGroups.tell(below, 3, tenant, top, null);
        UserGroups.delete(below, tenant);
        assertThat(within(top)).doesNotContain(below.toString());
    }

    private String within(UUID top) {
        return String.valueOf(SQL.value("select known_groups_within(?, ?)::text", tenant, top));
    }
}

package io.skyholm.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a security group can change. */
class ChangeSecurityGroupTest {

    private static final String SSH =
            "[{\"direction\": \"INGRESS\", \"protocol\": \"TCP\", \"firstPort\": 22, \"peer\": \"10.0.0.0/8\"}]";

    @Test
    void newGroupIsNotTheDefaultUnlessItSaysSo() {
        assertThat(group("{\"name\": \"Web\", \"rules\": []}").isDefault).isFalse();
        assertThat(group("{\"name\": \"Web\", \"rules\": [], \"isDefault\": true}").isDefault)
                .isTrue();
    }

    @Test
    void rulesAreKeptAsTheyAreMeant() {
        assertThat(group("{\"name\": \"Web\", \"rules\": " + SSH + "}").rules)
                .singleElement()
                .satisfies(rule -> assertThat(rule.lastPort()).isEqualTo(22));
    }

    @Test
    void rulesAreReplacedAsAWholeOrStay() {
        SecurityGroup group = group("{\"name\": \"Web\", \"rules\": " + SSH + "}");
        change(group, "{\"name\": \"Db\"}");
        assertThat(group.rules).hasSize(1);
        change(group, "{\"rules\": []}");
        assertThat(group.rules).isEmpty();
    }

    @Test
    void deletedGroupIsNoDefaultAnyMore() {
        SecurityGroup group = group("{\"name\": \"Web\", \"rules\": [], \"isDefault\": true}");
        group.delete();
        assertThat(group.isDefault).isFalse();
    }

    private static SecurityGroup group(String json) {
        CreateSecurityGroup command = RequestBody.read(json, CreateSecurityGroup.class);
        return new SecurityGroup(UUID.randomUUID(), command.checked(), Revision.first(null, Instant.EPOCH));
    }

    private static void change(SecurityGroup group, String json) {
        RequestBody.read(json, ChangeSecurityGroup.class).applyTo(group);
    }
}

package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skyholm.audit.chain.AuditStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done to what is read from an event's type alone. */
class EventNameTest {

    @ParameterizedTest
    @CsvSource({
        "identity.tenant.created.v1, TENANT, CREATED",
        "identity.user.password-changed.v1, USER, PASSWORD_CHANGED",
        "compute.instance-set.member-added.v12, INSTANCE_SET, MEMBER_ADDED"
    })
    void typeSaysWhatWasDoneToWhat(String type, String resourceType, String action) {
        assertThat(EventName.parse(type)).isEqualTo(new EventName(resourceType, action));
    }

    @ParameterizedTest
    @CsvSource({
        "identity.login.failed.v1, FAILURE",
        "billing.invoice.payment-failed.v1, FAILURE",
        "compute.instance.failed-over.v1, SUCCESS",
        "identity.tenant.created.v1, SUCCESS"
    })
    void whatFailedIsAFailure(String type, AuditStatus status) {
        assertThat(EventName.parse(type).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tenant", "identity.tenant.created", "identity.tenant.created.v1.more"})
    void otherNamesAreNone(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventName.parse(type))
                .withMessageContaining("identity.tenant.created.v1");
    }

    @Test
    void lettersAreTheSameInEveryLanguage() {
        assertThat(EventName.parse("network.vpc.initialised.v1").action()).isEqualTo("INITIALISED");
    }
}

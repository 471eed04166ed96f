package io.skyholm.compute.action;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Limits;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every action that a caller can ask of an instance, in every case in which {@link ActionRules} refuse it. That each of these
 * answers is declared where the action is, is seen to at the end of the module's tests.
 */
@QuarkusTest
class RefusedActionsTest {

    private static final Sql SQL = Sql.asSuperuser("compute");

    /** Who asks for them are others: the platform, or whoever creates an instance or lets its machine be drained. */
    private static final Set<OperationKind> OF_OTHERS =
            Set.of(OperationKind.CREATE, OperationKind.RECOVER, OperationKind.MOVE);

    private static final Set<OperationKind> COSTS_MORE =
            Set.of(OperationKind.START, OperationKind.RESUME, OperationKind.RESIZE, OperationKind.REBUILD);

    private static final Set<String> SHORT_OF = Set.of("QUOTA_EXCEEDED", "INSUFFICIENT_FUNDS");

    /** What gives back what it took can be deleted still, and has no deletion that could be undone. */
    private static final Set<OperationKind> ENDS = Set.of(OperationKind.DELETE, OperationKind.UNDELETE);

    @TestFactory
    Stream<DynamicTest> whileSomethingElseGoesOnThatItDoesNotInterrupt() {
        return tests(rule -> true, "INSTANCE_BUSY", (rule, guest) -> {
            OperationKind older = ActionRules.all()
                    .filter(other -> !other.interruptedBy().contains(rule.kind()))
                    .map(ActionRule::kind)
                    .findFirst()
                    .orElseThrow();
            SQL.change(
                    "update operation set kind = ?, status = 'RUNNING', ended_at = null where id = ?",
                    older.name(),
                    guest.operation());
            SQL.change("update instance set operation_id = ? where id = ?", guest.operation(), guest.id());
        });
    }

    @TestFactory
    Stream<DynamicTest> whileWhatItTookIsGivenBack() {
        return tests(
                rule -> !ENDS.contains(rule.kind()),
                "INSTANCE_GIVING_BACK",
                (rule, guest) -> SQL.change("update instance set intent = 'RELEASE' where id = ?", guest.id()));
    }

    @TestFactory
    Stream<DynamicTest> inAStatusInWhichItDoesNotBegin() {
        return tests(
                rule -> rule.kind() != OperationKind.DELETE,
                "INSTANCE_STATUS",
                (rule, guest) -> become(
                        guest,
                        Arrays.stream(InstanceStatus.values())
                                .filter(status -> !rule.begins().contains(status))
                                .findFirst()
                                .orElseThrow()));
    }

    @TestFactory
    Stream<DynamicTest> whereItsQuotaWasGivenBackAndHasNoRoom() {
        return tests(rule -> rule.needs() == ActionRule.Need.QUOTA, "QUOTA_EXCEEDED", (rule, guest) -> {
            become(guest, rule.begins().iterator().next());
            SQL.change("update instance set quota_instances = 0 where id = ?", guest.id());
            Limits.ofTenant(guest.tenant(), new QuotaConfig(0L, null, null, null, null, null, null, null));
        });
    }

    @TestFactory
    Stream<DynamicTest> whereItsTenantsWalletIsEmpty() {
        return tests(rule -> COSTS_MORE.contains(rule.kind()), "INSUFFICIENT_FUNDS", refusedBy("WALLET_EMPTY"));
    }

    @TestFactory
    Stream<DynamicTest> whereItsTenantHasSpentTheLimitOfTheMonth() {
        return tests(rule -> COSTS_MORE.contains(rule.kind()), "SPENDING_LIMIT_REACHED", refusedBy("REFUSE_LIMIT"));
    }

    /** What runs is rebuilt all the same: that costs no more. */
    private static Situation refusedBy(String reason) {
        return (rule, guest) -> {
            if (rule.begins().contains(InstanceStatus.STOPPED)) {
                become(guest, InstanceStatus.STOPPED);
            }
            SQL.change("""
                    insert into known_wallet (tenant_id, currency, stage, reasons, missing)
                    values (?, 'EUR', 'RESTRICTED', ?, 0.5)""", guest.tenant(), "[\"" + reason + "\"]");
        };
    }

    private static Stream<DynamicTest> tests(Predicate<ActionRule> which, String code, Situation situation) {
        return ActionRules.all()
                .filter(rule -> !OF_OTHERS.contains(rule.kind()))
                .filter(which)
                .map(rule -> dynamicTest(rule.kind() + " " + code, () -> refuses(rule, code, situation)));
    }

    private static void refuses(ActionRule rule, String code, Situation situation) {
        UUID tenant = UUID.randomUUID();
        Guest guest = Guest.made(Person.in(tenant, BuiltInRole.TENANT_ADMIN), tenant, Guest.in(Fresh.pool()));
        rests(guest);
        become(guest, rule.begins().iterator().next());
        if (rule.kind() == OperationKind.UNDELETE) {
            SQL.change(
                    "update instance set intent = 'DELETE', deletable_at = now() + interval '1 day' where id = ?",
                    guest.id());
        }
        situation.comes(rule, guest);
        asked(rule.kind(), guest)
                .then()
                .statusCode(SHORT_OF.contains(code) ? 507 : 409)
                .body("code", equalTo(code));
    }

    private static void rests(Guest guest) {
        SQL.change("update operation set status = 'SUCCEEDED', ended_at = now() where id = ?", guest.operation());
        SQL.change("update instance set operation_id = null where id = ?", guest.id());
    }

    private static void become(Guest guest, InstanceStatus status) {
        SQL.change("update instance set status = ? where id = ?", status.name(), guest.id());
    }

    private static Response asked(OperationKind kind, Guest guest) {
        RequestSpecification request = guest.owner().request();
        return switch (kind) {
            case DELETE -> request.delete(guest.path());
            case RESIZE -> request.body(Map.of("cpuCores", 1)).post(guest.path() + "/resize");
            case REBUILD -> request.body(Map.of("image", "debian-13")).post(guest.path() + "/rebuild");
            default ->
                request.post(guest.path() + "/"
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private interface Situation {
        void comes(ActionRule rule, Guest guest);
    }
}

package io.skyholm.runtime.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.skyholm.runtime.testing.rules.HouseTerms.ASKS_FOR_INJECTION;
import static io.skyholm.runtime.testing.rules.HouseTerms.CLOCKS;
import static io.skyholm.runtime.testing.rules.HouseTerms.EDGES;
import static io.skyholm.runtime.testing.rules.HouseTerms.ENDS_CHAINS;
import static io.skyholm.runtime.testing.rules.HouseTerms.IN_NULL_MARKED_PACKAGE;
import static io.skyholm.runtime.testing.rules.HouseTerms.KNOW_SEVERAL_KINDS_OF_THINGS;
import static io.skyholm.runtime.testing.rules.HouseTerms.LOCK_NAMES_IN_SQL;
import static io.skyholm.runtime.testing.rules.HouseTerms.MAKES_RECORDS_BY_NAME;
import static io.skyholm.runtime.testing.rules.HouseTerms.PLAIN;
import static io.skyholm.runtime.testing.rules.HouseTerms.READS_THE_MACHINES_CLOCK;
import static io.skyholm.runtime.testing.rules.HouseTerms.RUNTIME;
import static io.skyholm.runtime.testing.rules.HouseTerms.TRANSACTIONS;
import static io.skyholm.runtime.testing.rules.HouseTerms.WAITING;
import static io.skyholm.runtime.testing.rules.SecretsUnderGrants.SAY_A_SECRET_AND_CAN_BE_GRANTED;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.quarkus.runtime.Startup;
import io.skyholm.runtime.access.Authenticated;
import io.skyholm.runtime.access.NotUnderGrant;
import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** How the house is built, for machines; a module keeps to it with {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

    @ArchTest
    public static final ArchRule ROOMS_HAVE_NO_CIRCLES = slices().matching("io.skyholm.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("a room is understood when the rooms it stands on are");

    @ArchTest
    public static final ArchRule DECISIONS_ARE_PLAIN_JAVA = noClasses()
            .that(PLAIN)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Uni.class, Multi.class)
            .allowEmptyShould(true)
            .because("what is difficult is tested in milliseconds when it waits for nothing");

    @ArchTest
    public static final ArchRule ONLY_EDGES_KNOW_UNI = noClasses()
            .that()
            .resideOutsideOfPackages(RUNTIME)
            .and(not(EDGES))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Uni.class, Multi.class)
            .allowEmptyShould(true)
            .because("reactive code is for resources, use cases, listeners, reconcilers, stores and clients");

    @ArchTest
    public static final ArchRule ONLY_THE_RUNTIME_OPENS_TRANSACTIONS = noClasses()
            .that()
            .resideOutsideOfPackages(RUNTIME)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(SessionFactory|Mutiny\\$SessionFactory|Pool|PgPool|DataSource|AgroalDataSource)")
            .allowEmptyShould(true)
            .because("TenantTransaction and TenantRead bind the tenant, and nobody may forget it");

    @ArchTest
    public static final ArchRule NOBODY_WAITS = noClasses()
            .that(not(ENDS_CHAINS))
            .should()
            .callMethodWhere(WAITING)
            .allowEmptyShould(true)
            .because("whoever called carries the chain on; only what nobody called ends one");

    @ArchTest
    public static final ArchRule NAMES_ARE_LOCKED_BY_WORK = noClasses()
            .that()
            .resideOutsideOfPackage(TRANSACTIONS)
            .should(LOCK_NAMES_IN_SQL)
            .allowEmptyShould(true)
            .because("work.lockName() hashes every name alike, and who waits for whom is found by it");

    @ArchTest
    public static final ArchRule TIME_IS_ASKED_OF_A_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage(CLOCKS)
            .should()
            .callMethodWhere(READS_THE_MACHINES_CLOCK)
            .allowEmptyShould(true)
            .because("work.now() and CalendarClock can be moved by tests; RealTime says that it must not be");

    @ArchTest
    public static final ArchRule STEPS_BELONG_TO_THE_REQUEST_THAT_WOKE_THEM = noClasses()
            .that()
            .implement(Reconciler.class)
            .should()
            .callMethod(Cause.class, "platform")
            .allowEmptyShould(true)
            .because(
                    "who asks for something finds all that came of it by one correlation; what its time began says Cause.calendar()");

    @ArchTest
    public static final ArchRule FACTS_LEAVE_BY_THE_OUTBOX = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Emitter.class, Outgoing.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .allowEmptyShould(true)
            .because("what is sent from the program may be sent without being true");

    @ArchTest
    public static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(Requires.class)
            .orShould()
            .beAnnotatedWith(Authenticated.class)
            .orShould()
            .beAnnotatedWith(Open.class)
            .allowEmptyShould(true)
            .because("a method that says nothing is closed to everybody");

    @ArchTest
    public static final ArchRule SECRETS_STAY_WITH_THE_TENANT = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .and(SAY_A_SECRET_AND_CAN_BE_GRANTED)
            .should()
            .beAnnotatedWith(NotUnderGrant.class)
            .allowEmptyShould(true)
            .because("an operator who learns a secret under an access grant comes in after it has ended");

    @ArchTest
    public static final ArchRule ENDPOINTS_ARE_PUBLIC = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .bePublic()
            .allowEmptyShould(true)
            .because("Quarkus passes over the others without a word, and the caller meets a 404");

    @ArchTest
    public static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*[a-z](Service|Manager|Impl|Utils?|Helper|Dto)")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)[A-Z].*")
            .allowEmptyShould(true)
            .because("such names fit everything");

    @ArchTest
    public static final ArchRule CONSTRUCTORS_TELL_THE_NEEDS = noFields()
            .should()
            .beAnnotatedWith(ASKS_FOR_INJECTION)
            .allowEmptyShould(true)
            .because("what a class needs is seen where it is made");

    @ArchTest
    public static final ArchRule NAMES_ARE_COMPARED_AT_THE_START = classes()
            .that()
            .resideOutsideOfPackages(RUNTIME)
            .and(MAKES_RECORDS_BY_NAME)
            .should()
            .beAnnotatedWith(Startup.class)
            .allowEmptyShould(true)
            .because("a column or component that is missing must not wait for the first caller");

    @ArchTest
    public static final ArchRule KINDS_OF_THINGS_ARE_APART = noClasses()
            .should(KNOW_SEVERAL_KINDS_OF_THINGS)
            .allowEmptyShould(true)
            .because(
                    "what is the same for all kinds of things on hosts is in shared-hosts, and the rest in a kind's own room");

    @ArchTest
    public static final ArchRule LOGS_GO_ONE_WAY = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    public static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    public static final ArchRule NULL_IS_SAID = classes()
            .should(IN_NULL_MARKED_PACKAGE)
            .allowEmptyShould(true)
            .because("the compiler looks for null only where a package asks it to");

    private HouseRules() {}
}

package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every house rule catches what it is for. */
class HouseRulesCatchTest {

    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");
    private static final Pattern CLASS = Pattern.compile("\\n(?=\\w+: )");
    private static final Map<String, String> BAD = bad();
    private static final String GOOD = """
            a: @jakarta.ws.rs.Path("/v1/things") public class ThingResource {
                @io.skyholm.runtime.access.Open(because = "all may") @jakarta.ws.rs.GET
                public io.smallrye.mutiny.Uni<String> get() { return io.smallrye.mutiny.Uni.createFrom().item("x"); }
            }
            a: @jakarta.enterprise.context.ApplicationScoped class Starter {
                void start(@jakarta.enterprise.event.Observes io.quarkus.runtime.StartupEvent started) {
                    io.smallrye.mutiny.Uni.createFrom().item(1).subscribe().with(done -> {});
                }
            }
            a: record Services(int many) {}
            b: class Thing { Object services; }""";

    @TempDir
    static Path folder = Path.of("");

    private static JavaClasses houses = new ClassFileImporter().importClasses();

    @BeforeAll
    static void buildThemAll() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>(house("GOOD", GOOD));
        BAD.forEach((rule, classes) -> sources.putAll(house(rule, classes)));
        houses = BadHouse.built(folder, sources);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBadClassIsCaught(String name, ArchRule rule) {
        assertThat(rule.evaluate(classesOf(name)).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aGoodClassIsNot(String name, ArchRule rule) {
        assertThat(rule.evaluate(classesOf("GOOD")).getFailureReport().getDetails())
                .as(name)
                .isEmpty();
    }

    @Test
    void everyRuleHasItsBadClass() {
        assertThat(rules().map(rule -> rule.get()[0])).containsExactlyInAnyOrderElementsOf(BAD.keySet());
    }

    private static Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("ROOMS_HAVE_NO_CIRCLES", """
                a: public class One { HOME.b.Two two; }
                b: public class Two { HOME.a.One one; }""");
        bad.put("DECISIONS_ARE_PLAIN_JAVA", """
                a: record Decision(io.smallrye.mutiny.Uni<String> later) {}""");
        bad.put("ONLY_EDGES_KNOW_UNI", """
                a: class Price { io.smallrye.mutiny.Uni<String> of() { return null; } }""");
        bad.put("ONLY_THE_RUNTIME_OPENS_TRANSACTIONS", """
                a: class Things { io.vertx.mutiny.sqlclient.Pool pool; }""");
        bad.put("NOBODY_WAITS", """
                a: class Things { String now(io.smallrye.mutiny.Uni<String> later) {
                    return later.await().indefinitely(); } }""");
        bad.put("NAMES_ARE_LOCKED_BY_WORK", """
                a: class Things { static final String ALONE =
                    "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))"; }""");
        bad.put("TIME_IS_ASKED_OF_A_CLOCK", """
                a: class Thing { java.time.Instant createdAt = java.time.Instant.now(); }""");
        bad.put("STEPS_BELONG_TO_THE_REQUEST_THAT_WOKE_THEM", """
                a: abstract class ThingReconciler implements io.skyholm.runtime.reconcile.Reconciler {
                    Object begin() { return io.skyholm.runtime.tenant.Cause.platform(); } }""");
        bad.put("FACTS_LEAVE_BY_THE_OUTBOX", """
                a: class Things { org.eclipse.microprofile.reactive.messaging.Emitter<String> events; }""");
        bad.put("EVERY_ENDPOINT_SAYS_WHO_MAY", """
                a: @jakarta.ws.rs.Path("/v1/things") public class ThingResource {
                    @jakarta.ws.rs.GET public String get() { return ""; } }""");
        bad.put("SECRETS_STAY_WITH_THE_TENANT", """
                a: @jakarta.ws.rs.Path("/v1/things") public class ThingResource {
                    public record LoginView(String rootPassword) {}
                    @io.skyholm.runtime.access.Requires(
                        resource = io.skyholm.events.access.ResourceType.INSTANCE,
                        action = io.skyholm.events.access.Action.EXECUTE)
                    @jakarta.ws.rs.POST public java.util.List<LoginView> show() { return null; } }""");
        bad.put("ENDPOINTS_ARE_PUBLIC", """
                a: @jakarta.ws.rs.Path("/v1/things") public class ThingResource {
                    @jakarta.ws.rs.GET String get() { return ""; } }""");
        bad.put("NAMES_SAY_SOMETHING", """
                a: class ThingService {}""");
        bad.put("CONSTRUCTORS_TELL_THE_NEEDS", """
                a: class Things { @jakarta.inject.Inject Object need; }""");
        bad.put("NAMES_ARE_COMPARED_AT_THE_START", """
                a: @jakarta.inject.Singleton class ThingStore {
                    Object things(io.skyholm.runtime.page.ViewFactory views) { return views.of(null); } }""");
        bad.put("KINDS_OF_THINGS_ARE_APART", """
                a: class Things { io.skyholm.events.host.DesiredVm one; io.skyholm.events.host.DesiredPort other; }""");
        bad.put("LOGS_GO_ONE_WAY", """
                a: class Things { java.util.logging.Logger log = java.util.logging.Logger.getLogger("x"); }""");
        bad.put("NOBODY_PRINTS", """
                a: class Things { void say() { System.out.println("x"); } }""");
        bad.put("NULL_IS_SAID", """
                unmarked: class Things {}""");
        return bad;
    }

    private static Stream<Arguments> rules() {
        return Stream.of(HouseRules.class.getFields()).map(rule -> Arguments.of(rule.getName(), valueOf(rule)));
    }

    /** Sources by class, from classes each behind the name of its room; every room but "unmarked" is null-marked. */
    private static Map<String, String> house(String name, String classes) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String one : CLASS.split(classes.replace("HOME", home(name)), -1)) {
            String room = one.substring(0, one.indexOf(':'));
            Matcher type = TYPE.matcher(one);
            assertThat(type.find()).isTrue();
            String inRoom = "package " + home(name) + "." + room + ";";
            sources.put(home(name) + "." + room + "." + type.group(1), inRoom + one.substring(room.length() + 1));
            if (!room.equals("unmarked")) {
                sources.put(
                        home(name) + "." + room + ".package-info", "@org.jspecify.annotations.NullMarked " + inRoom);
            }
        }
        return sources;
    }

    private static JavaClasses classesOf(String name) {
        return houses.that(JavaClass.Predicates.resideInAPackage(home(name) + ".."));
    }

    private static String home(String name) {
        return "io.skyholm." + name.toLowerCase(Locale.ROOT);
    }

    private static ArchRule valueOf(Field rule) {
        try {
            return (ArchRule) rule.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}

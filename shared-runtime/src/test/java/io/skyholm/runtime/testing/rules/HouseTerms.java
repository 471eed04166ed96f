package io.skyholm.runtime.testing.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.events.host.DesiredState;
import io.skyholm.runtime.reconcile.Reconciler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

/** The words in which the house rules speak. */
final class HouseTerms {

    /** What every service stands on: the runtime and the modules beside it. */
    static final String[] RUNTIME = {
        "io.skyholm.runtime..",
        "io.skyholm.deletion..",
        "io.skyholm.hosts..",
        "io.skyholm.mail..",
        "io.skyholm.operations..",
        "io.skyholm.secrets..",
        "io.skyholm.streams.."
    };

    /** Where the machine's clock is read for all others. */
    static final String CLOCKS = "io.skyholm.runtime.time..";

    /** Where transactions are opened, and what can be done in one is offered. */
    static final String TRANSACTIONS = "io.skyholm.runtime.tenant..";

    private static final Pattern LOCKS_A_NAME = Pattern.compile("pg_advisory_xact_lock(_shared)?\\(hashtextextended");

    /** The classes of the runtime that carry chains which no caller waits for, or which several wait for. */
    private static final Set<String> LAST_IN_CHAIN = Set.of(
            "io.skyholm.runtime.tenant.Uncancellable",
            "io.skyholm.runtime.reconcile.ReconcileLoop",
            "io.skyholm.runtime.access.CallerCache");

    private static final Set<String> MAKERS =
            Set.of("io.skyholm.runtime.aggregate.Aggregates", "io.skyholm.runtime.page.ViewFactory");

    private static final Set<String> MAKE = Set.of("of", "facts");

    private static final Set<String> WAITING_CALLS = Set.of(
            "io.smallrye.mutiny.Uni.await",
            "io.smallrye.mutiny.Uni.subscribe",
            "io.smallrye.mutiny.Uni.subscribeAsCompletionStage",
            "io.smallrye.mutiny.Multi.subscribe",
            "java.lang.Thread.sleep",
            "java.util.concurrent.CompletableFuture.join",
            "java.util.concurrent.CompletableFuture.get");

    static final DescribedPredicate<JavaClass> PLAIN = is(
            "are entities, enums or records",
            type -> type.isAnnotatedWith(Entity.class) || type.isEnum() || type.isRecord());

    static final DescribedPredicate<JavaClass> EDGES = is(
            "resources, beans, reconcilers, clients or interfaces",
            type -> type.isInterface()
                    || type.isAssignableTo(Reconciler.class)
                    || type.isAnnotatedWith(Path.class)
                    || type.isAnnotatedWith(ApplicationScoped.class)
                    || type.isAnnotatedWith(Singleton.class));

    static final DescribedPredicate<JavaClass> ENDS_CHAINS = is(
            "observe the start or come last in a chain",
            type -> LAST_IN_CHAIN.contains(type.getName())
                    || type.getMethods().stream().anyMatch(HouseTerms::observesTheStart));

    static final DescribedPredicate<JavaClass> MAKES_RECORDS_BY_NAME =
            is("make an aggregate, facts or views", type -> type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> MAKERS.contains(call.getTargetOwner().getName())
                            && MAKE.contains(call.getTarget().getName())));

    static final DescribedPredicate<JavaMethodCall> WAITING = DescribedPredicate.describe(
            "the target waits or subscribes",
            call -> WAITING_CALLS.contains(
                    call.getTargetOwner().getName() + "." + call.getTarget().getName()));

    static final DescribedPredicate<JavaMethodCall> READS_THE_MACHINES_CLOCK =
            DescribedPredicate.describe("the target reads the machine's clock", HouseTerms::readsTheMachinesClock);

    static final DescribedPredicate<JavaAnnotation<?>> ASKS_FOR_INJECTION = DescribedPredicate.describe(
            "an annotation of injection", annotation -> Set.of(Inject.class, ConfigProperty.class).stream()
                    .anyMatch(type -> annotation.getRawType().isEquivalentTo(type)));

    static final ArchCondition<JavaClass> IN_NULL_MARKED_PACKAGE = new ArchCondition<>("be in a @NullMarked package") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " is in a package without @NullMarked"));
            }
        }
    };

    static final ArchCondition<JavaClass> KNOW_SEVERAL_KINDS_OF_THINGS =
            new ArchCondition<>("know the desired states of several kinds of things on hosts") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Set<String> kinds = type.getDirectDependenciesFromSelf().stream()
                            .map(Dependency::getTargetClass)
                            .filter(used -> !used.isInterface() && used.isAssignableTo(DesiredState.class))
                            .map(JavaClass::getName)
                            .collect(Collectors.toSet());
                    events.add(new SimpleConditionEvent(type, kinds.size() > 1, type.getName() + " knows " + kinds));
                }
            };

    static final ArchCondition<JavaClass> LOCK_NAMES_IN_SQL = new ArchCondition<>("lock a name in SQL") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean locks = SqlTexts.in(type).texts().stream()
                    .anyMatch(text -> LOCKS_A_NAME.matcher(text).find());
            events.add(new SimpleConditionEvent(type, locks, type.getName() + " locks a name in SQL"));
        }
    };

    private HouseTerms() {}

    private static boolean readsTheMachinesClock(JavaMethodCall call) {
        String method = call.getTarget().getName();
        return call.getTargetOwner().getPackageName().equals("java.time")
                ? method.equals("now") || method.startsWith("system")
                : method.equals("currentTimeMillis");
    }

    private static boolean observesTheStart(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(StartupEvent.class));
    }

    private static DescribedPredicate<JavaClass> is(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}

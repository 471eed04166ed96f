package io.skyholm.compute.join;

import io.quarkus.runtime.ShutdownEvent;
import io.skyholm.events.host.HostTopics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** What Kafka knows of a host: its own topic, its account, that it may read the one and write its reports, and how many. */
@ApplicationScoped
class HostAccess {

    private static final Logger LOG = Logger.getLogger(HostAccess.class);
    private static final int ITERATIONS = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final boolean unguarded;
    private final TopicBatches topics =
            new TopicBatches(batch -> admin().createTopics(batch).values());
    private volatile Optional<Admin> admin = Optional.empty();

    @Inject
    HostAccess(@Identifier("default-kafka-broker") Map<String, Object> kafka, JoinSettings settings) {
        this(kafka, settings, PATIENCE);
    }

    /** Takes Kafka to be away when it does not answer for that long. */
    HostAccess(Map<String, Object> kafka, JoinSettings settings, Duration patience) {
        this.settings = new HashMap<>(kafka);
        this.settings.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
        this.settings.put("request.timeout.ms", Long.toString(patience.toMillis() / 2));
        this.settings.put("client.id", "compute-hosts");
        this.unguarded = settings.unguarded();
    }

    /** The account's name. */
    static String userOf(UUID host) {
        return "host-" + host;
    }

    /** Makes all that the host needs, with that password from now on. */
    Uni<Void> grant(UUID host, String password) {
        ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS);
        UserScramCredentialUpsertion account = new UserScramCredentialUpsertion(userOf(host), how, password);
        return whereWeAre(made(host)
                .chain(() -> asked(kafka ->
                        kafka.alterUserScramCredentials(List.of(account)).all()))
                .chain(() -> asked(kafka ->
                        kafka.alterClientQuotas(List.of(HostRates.of(host))).all()))
                .chain(() ->
                        asked(kafka -> kafka.createAcls(HostRights.of(host)).all()))
                .onFailure(this::mayPass)
                .recoverWithNull());
    }

    /** Makes only the topic: the desired state of a machine must have where to be written to. */
    Uni<Void> prepare(UUID host) {
        return whereWeAre(made(host));
    }

    private Uni<Void> made(UUID host) {
        NewTopic topic = new NewTopic(HostTopics.desired(host), Optional.of(1), Optional.empty())
                .configs(HostTopics.DESIRED_SETTINGS);
        return Uni.createFrom()
                .completionStage(() -> topics.create(topic))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(is(TopicExistsException.class))
                .recoverWithNull();
    }

    /** Takes the account and its rights away; what is gone already is no failure. */
    Uni<Void> revoke(UUID host) {
        UserScramCredentialDeletion account =
                new UserScramCredentialDeletion(userOf(host), ScramMechanism.SCRAM_SHA_256);
        return whereWeAre(asked(kafka ->
                        kafka.alterUserScramCredentials(List.of(account)).all())
                .onFailure(is(ResourceNotFoundException.class))
                .recoverWithNull()
                .chain(() -> asked(kafka ->
                        kafka.alterClientQuotas(List.of(HostRates.none(host))).all()))
                .chain(() -> asked(kafka ->
                        kafka.deleteAcls(List.of(HostRights.all(host))).all().thenApply(gone -> null)))
                .onFailure(this::mayPass)
                .recoverWithNull());
    }

    /** Removes the host's topic. */
    Uni<Void> removeTopic(UUID host) {
        return whereWeAre(asked(kafka ->
                        kafka.deleteTopics(List.of(HostTopics.desired(host))).all())
                .onFailure(is(UnknownTopicOrPartitionException.class))
                .recoverWithNull());
    }

    void stop(@Observes ShutdownEvent stopping) {
        admin.ifPresent(open -> open.close(Duration.ZERO));
    }

    /** Kafka's client makes itself ready before it answers, which is nothing for an event loop. */
    private Uni<Void> asked(Function<Admin, KafkaFuture<Void>> question) {
        return Uni.createFrom()
                .completionStage(() -> question.apply(admin()).toCompletionStage())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Kafka answers on a thread of its own, where no transaction can begin. */
    private static Uni<Void> whereWeAre(Uni<Void> answer) {
        Context caller = Vertx.currentContext();
        return answer.ifNoItem().after(LONGEST).fail().emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    private synchronized Admin admin() {
        Admin open = admin.orElseGet(() -> Admin.create(settings));
        admin = Optional.of(open);
        return open;
    }

    private boolean mayPass(Throwable failure) {
        boolean passes = unguarded && is(SecurityDisabledException.class).test(failure);
        if (passes) {
            LOG.warn("Kafka guards nothing here: every host can read what every other shall hold");
        }
        return passes;
    }

    private static Predicate<Throwable> is(Class<? extends Throwable> type) {
        return failure -> Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}

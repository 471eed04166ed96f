package io.skyholm.agent.join;

import io.skyholm.events.EventJson;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a host a member, once. The keys are kept before it asks, so that an agent that died before it kept the answer asks
 * again as the same host.
 */
public final class Joining {

    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final JoinClient joinClient;
    private final AgentKeys keys;
    private final Clock clock;
    private final PrivateFile answer;

    /** Proves by these keys who asks, and keeps what it is told in this folder. */
    public Joining(JoinClient joinClient, AgentKeys keys, Path folder, Clock clock) {
        this.joinClient = joinClient;
        this.keys = keys;
        this.clock = clock;
        this.answer = new PrivateFile(folder.resolve("membership.json"));
    }

    /**
     * What was told when the host joined; asks unless it has been told, and again when the platform encrypts with a key that the
     * host has replaced, or with none, or has no signature of it.
     */
    public Membership membership(JoinRequest request) {
        Optional<Membership> told = answer.read().map(text -> EventJson.read(text, Membership.class));
        return told.isPresent() && !knowsKey(told.get(), request) ? renewed(request) : kept(request);
    }

    private boolean knowsKey(Membership told, JoinRequest request) {
        return Objects.equals(told.encryptionKey(), request.encryptionKey())
                && Objects.equals(told.encryptionKeySignature(), request.encryptionKeySignature(keys));
    }

    private Membership kept(JoinRequest request) {
        String text = answer.orMake(() -> EventJson.write(ask(request)));
        return EventJson.read(text, Membership.class);
    }

    private Membership ask(JoinRequest request) {
        return joinClient.join(request.signed(keys, clock.instant()));
    }

    /**
     * The same, asked for anew because Kafka does not take what was told: a platform that answered twice has given two
     * passwords, of which the later counts. Where it does not answer, what was told stays.
     */
    public Membership renewed(JoinRequest request) {
        try {
            Membership told = ask(request);
            answer.write(EventJson.write(told));
            return told;
        } catch (JoinProblem unanswered) {
            LOG.warn("{} stays what it was: {}", request.hostname(), unanswered.getMessage());
            return kept(request);
        }
    }
}

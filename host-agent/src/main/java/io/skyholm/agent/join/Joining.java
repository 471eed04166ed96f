package io.skyholm.agent.join;

import io.skyholm.events.EventJson;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a host a member, once. The keys are kept before it asks, so that an agent that died before it kept the answer asks
 * again as the same host.
 */
public final class Joining {

    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final JoinClient joinClient;
    private final PrivateFile answer;

    /** Keeps what it is told in this folder. */
    public Joining(JoinClient joinClient, Path folder) {
        this.joinClient = joinClient;
        this.answer = new PrivateFile(folder.resolve("membership.json"));
    }

    /** What was told when the host joined; asks unless it has been told. */
    public Membership membership(JoinRequest request) {
        String text = answer.orMake(() -> EventJson.write(joinClient.join(request)));
        return EventJson.read(text, Membership.class);
    }

    /**
     * The same, asked for anew because Kafka does not take what was told: a platform that answered twice has given two
     * passwords, of which the later counts. Where it does not answer, what was told stays.
     */
    public Membership renewed(JoinRequest request) {
        try {
            Membership told = joinClient.join(request);
            answer.write(EventJson.write(told));
            return told;
        } catch (JoinProblem unanswered) {
            LOG.warn("{} stays what it was: {}", request.hostname(), unanswered.getMessage());
            return membership(request);
        }
    }
}

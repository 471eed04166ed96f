package io.skyholm.agent;

import io.skyholm.agent.desired.DesiredStateReader;
import io.skyholm.agent.desired.SeenGenerations;
import io.skyholm.agent.join.Membership;
import io.skyholm.agent.report.ReportSender;
import java.util.Map;

/** Where the hosts of a process have their lines from. */
interface ControlPlaneLinks {

    /** That of a host which has joined, and has seen so much already. */
    ControlPlaneLink open(Membership membership, SeenGenerations seen);

    /** What a host lives on, which waits most of the time. */
    Thread.Builder threads();

    /** Clients of Kafka for each host, with the account that it was given when it joined: as every real host has them. */
    record OfTheirOwn() implements ControlPlaneLinks {

        private static final int WAITING_BYTES = 2 << 20;

        @Override
        public ControlPlaneLink open(Membership membership, SeenGenerations seen) {
            Map<String, Object> connection = membership.kafka().connection();
            return new ControlPlaneLink.Own(
                    new ReportSender(connection, WAITING_BYTES),
                    new DesiredStateReader(connection),
                    membership.desiredTopic(),
                    seen);
        }

        @Override
        public Thread.Builder threads() {
            return Thread.ofPlatform();
        }
    }
}

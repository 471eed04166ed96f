package io.skyholm.operations;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.OperationFact;
import io.skyholm.events.compute.OperationStatus;

/** How a service tells of its operations; a bean of each service that has some. */
public interface OperationContract {

    /** What the ids of its operations bear, two digits, as in the gateway's routes.properties. */
    int mark();

    /** The event that tells that an operation stands so. */
    EventType<OperationFact> event(OperationStatus status);
}

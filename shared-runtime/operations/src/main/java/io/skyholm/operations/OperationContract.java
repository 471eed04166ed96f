package io.skyholm.operations;

import io.skyholm.events.operation.OperationEvents;

/** How a service tells of its operations; a bean of each service that has some. */
public interface OperationContract {

    /** What the ids of its operations bear, two digits, as in the gateway's routes.properties. */
    int mark();

    /** What it tells of them. */
    OperationEvents events();
}

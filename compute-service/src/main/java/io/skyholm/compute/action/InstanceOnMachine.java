package io.skyholm.compute.action;

import io.skyholm.compute.placement.Explanation;
import io.skyholm.events.compute.InstanceStatus;
import java.util.UUID;

/**
 * An instance on a machine.
 *
 * @param busy whether something is being done with it
 * @param moving whether it is leaving
 * @param off whether it needs no place for now
 * @param bootsHere whether the disk that it boots from is on the machine alone
 * @param elsewhere whether it would fit on another machine
 */
public record InstanceOnMachine(
        UUID id,
        UUID tenantId,
        InstanceStatus status,
        boolean busy,
        boolean moving,
        boolean exclusive,
        boolean off,
        boolean bootsHere,
        Explanation elsewhere) {}

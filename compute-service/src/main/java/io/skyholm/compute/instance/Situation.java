package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.vm.VirtualMachine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that a decision about an instance is made from, read in one transaction; what changes is noted for its end. */
final class Situation {

    final Instance instance;
    final VirtualMachine machine;
    final Network network;

    /** Whether it is certain that nothing runs on its machine any more. */
    private boolean machineLost;

    private @Nullable Operation operation;
    private boolean operationNoted;

    Situation(Instance instance, VirtualMachine machine, Network network, boolean machineLost) {
        this.instance = instance;
        this.machine = machine;
        this.network = network;
        this.machineLost = machineLost;
    }

    boolean isMachineLost() {
        return machineLost;
    }

    void leftMachine() {
        machineLost = false;
    }

    /** The operation that is going on. */
    Optional<Operation> operation() {
        return Optional.ofNullable(operation).filter(Operation::isOpen);
    }

    Situation with(@Nullable Operation current) {
        operation = current;
        return this;
    }

    /** The operation that has something new in it and goes on. */
    Optional<Operation> notedOperation() {
        return operation().filter(open -> operationNoted);
    }

    void noted(boolean news) {
        operationNoted |= news;
    }
}

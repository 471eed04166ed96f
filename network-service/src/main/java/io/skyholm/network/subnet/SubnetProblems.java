package io.skyholm.network.subnet;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with subnets. */
final class SubnetProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS =
            Conflicts.of("subnet_cidr_block", "SUBNET_OVERLAPS", "Another subnet of the VPC has this cidrBlock");

    private SubnetProblems() {}

    static Problem vpcNotFound() {
        return Problem.invalid("vpcId", "names no VPC that you may divide");
    }

    static Problem notNamed() {
        return Problem.invalid("subnetId", "names no subnet of the tenant");
    }

    static Problem notPublic() {
        return Problem.invalid("isPublic", "is for subnets of the platform alone");
    }

    static Problem overlaps(String name, String block) {
        return Problem.of(
                CONFLICT,
                "SUBNET_OVERLAPS",
                "The cidrBlock shares addresses with %s, the subnet %s of the same VPC; choose another"
                        .formatted(block, name));
    }

    static Problem vpcFull(int most) {
        return Problem.of(
                CONFLICT,
                "VPC_FULL",
                "The VPC has %d subnets, which is as many as one may have; delete one, or make another VPC"
                        .formatted(most));
    }

    static Problem tooManyRoutes(int most, int beside) {
        return Problem.invalid(
                "routes",
                "may be %d in all subnets of a VPC together, of which the others have %d".formatted(most, beside));
    }

    static Problem inUse() {
        return Problem.of(
                CONFLICT,
                "SUBNET_IN_USE",
                "Addresses of the subnet are held, or a place or pool is tied to it; give them back first");
    }
}

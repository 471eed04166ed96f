package io.skyholm.compute.placement;

/** How many machines a rule ruled out that those before it had let through. */
public record RuledOut(Rule rule, int hosts) {}

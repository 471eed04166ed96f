package io.skyholm.network.port;

/** The addresses that ports have; the room of addresses stands above and knows their table. */
public interface PortAddresses {

    /** A select of them as texts, IPv4 first and floating ones last; the port's id is an expression. */
    String ofPort(String port);
}

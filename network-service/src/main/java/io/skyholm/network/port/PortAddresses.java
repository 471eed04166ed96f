package io.skyholm.network.port;

/** The addresses that ports have; the room of addresses stands above and knows their table. */
public interface PortAddresses {

    /**
     * A select of them, the port's own before floating ones, and IPv4 first.
     *
     * @param port the expression of the port's id
     * @param shown what is selected of each, which is {@code held}
     */
    String ofPort(String port, String shown);
}

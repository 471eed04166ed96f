package io.skyholm.compute.placement;

/** Which machines are to be maintained soon, as placement avoids them; the room of maintenance stands above. */
public interface UpcomingMaintenance {

    /** A select of their ids. */
    String soon();
}

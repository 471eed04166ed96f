package io.skyholm.runtime.aggregate;

/** An entity that counts its changes and stays behind when it is deleted. */
public interface Revised {

    /** How often it has changed, when, and by whom. */
    Revision revision();
}

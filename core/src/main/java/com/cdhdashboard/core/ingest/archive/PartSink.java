package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.ingest.format.Part;

/** Takes the parts of a file, one after the other, from the thread that unpacks. */
@FunctionalInterface
public interface PartSink {
    /**
     * Takes a part over; whoever takes it deletes it. May block until there is room for more, which is what keeps
     * unpacking from running ahead. Where this throws, the part was not taken over and is deleted.
     */
    void accept(Part part) throws InterruptedException;
}

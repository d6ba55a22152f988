package com.cdhdashboard.core.ingest.archive;

import java.io.IOException;
import java.io.InputStream;

/** Is shown the file members of an archive, in their order. */
interface MemberVisitor {
    /** Whether the content of the member is wanted; asked once for each member. */
    boolean wants(String name);

    void visit(String name, InputStream content) throws IOException, InterruptedException;
}

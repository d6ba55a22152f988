package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import java.nio.file.Path;
import java.util.Properties;

/** Opens published files: read-only, and without any access to other files. */
public final class PublishedFile {
    private PublishedFile() {}

    /** A file that is open already, as under another configuration, shares its engine, of which all this is set. */
    private static void settle(Session session) {
        try {
            session.run("SET TimeZone = 'UTC'", "SET enable_external_access = false", "SET lock_configuration = true");
        } catch (DuckDbException e) {
            if (session.number("SELECT CAST(current_setting('lock_configuration') AS INTEGER)") == 0) {
                throw e;
            }
        }
    }

    public static SessionPool open(Path file, EngineLimits limits) {
        Properties settings = new Properties();
        settings.setProperty("access_mode", "READ_ONLY");
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Session session = Session.open("jdbc:duckdb:" + file, settings);
        try {
            settle(session);
            return new SessionPool(session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }
}

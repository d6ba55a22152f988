package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.error.UserException;
import java.util.Properties;

/** The engine's library of 70 MB, which a process loads before it first uses the engine. */
public final class EngineLibrary {
    private EngineLibrary() {}

    /**
     * Loads it in a thread of its own, while the one that asks does something else.
     *
     * @return the thread, to be waited for before the process ends, which must not be while a library is being loaded
     */
    public static Thread load() {
        Thread thread = new Thread(EngineLibrary::use, "load-engine");
        thread.start();
        return thread;
    }

    private static void use() {
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.number("SELECT 1");
        } catch (DuckDbException | UserException e) {
            // Whoever needs the engine will be told
        }
    }
}

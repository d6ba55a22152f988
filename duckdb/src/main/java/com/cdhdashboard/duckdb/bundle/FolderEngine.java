package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.nio.file.Path;
import java.util.Properties;

/** Opens engines that may read and write in one folder alone. */
final class FolderEngine {
    private FolderEngine() {}

    /** @param first what is run before anything outside the folder is closed to it */
    static Session open(Path folder, EngineLimits limits, String... first) {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("temp_directory", folder.resolve("overflow").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Session session = Session.open("jdbc:duckdb:", settings);
        try {
            session.run("SET TimeZone = 'UTC'");
            session.run(first);
            session.run(
                    "SET allowed_directories = [" + Sql.text(folder.toString()) + "]",
                    "SET enable_external_access = false",
                    "SET lock_configuration = true");
            return session;
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }
}

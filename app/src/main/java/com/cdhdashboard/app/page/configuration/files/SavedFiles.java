package com.cdhdashboard.app.page.configuration.files;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Configurations saved under a name, in a folder of the data folder of their own. */
final class SavedFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private SavedFiles() {}

    /** Saves a text and says where; a file that is there is never overwritten. */
    static String save(Path data, String typed, String text) {
        String name = typed.endsWith(".toml") ? typed.substring(0, typed.length() - ".toml".length()) : typed;
        if (!NAME.matcher(name).matches()) {
            throw new UserException(
                    "\"" + typed + "\" is no name for a file here; use up to 64 letters, digits, - and _,"
                            + " beginning with a letter or digit");
        }
        Path folder = data.resolve("configuration").resolve("saved");
        Path file = folder.resolve(name + ".toml");
        if (Files.exists(file)) {
            throw new UserException("There is a file " + file + " already; choose another name");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.write(file, text);
        return "Saved as " + file.toAbsolutePath().normalize()
                + ". A server shows it when it is started with --config and that path.";
    }
}
